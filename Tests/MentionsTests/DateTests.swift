import Posts
import Testing

@testable import Mentions

@Suite struct DateTests {
  @Test(arguments: [
    ("on February 25th, 2019", "2019-02-25"), ("on May 5", "????-05-05"), ("in May 2018", "2018-05"),
    ("in Sept. 2019", "2019-09"),
    ("on Tuesday, June 11th", "????-06-11"), ("on 2019-02-25", "2019-02-25"), ("on 22 March 2021", "2021-03-22"),
    ("from May 20 to 23", "????-05-20/????-05-23"), ("May 20-23, 2019", "2019-05-20/2019-05-23"),
    ("February 25th to March 6th, 2019", "2019-02-25/2019-03-06"),
    ("December 30 to January 2, 2020", "2019-12-30/2020-01-02"),
    ("on May 20 – May 23, 2019", "2019-05-20/2019-05-23"), ("November 5 and 6", "????-11-05/????-11-06"),
    ("5 to 7 June 2019", "2019-06-05/2019-06-07"),
  ])
  func english(_ text: String, _ day: String) throws {
    #expect(try Ontology.annotate("We meet \(text) at noon.").days == [day])
  }

  @Test(arguments: [
    ("le 25 février 2019", "2019-02-25"), ("le 1er mai", "????-05-01"),
    ("du 25 février au 6 mars 2019", "2019-02-25/2019-03-06"),
    ("les 5 et 6 novembre", "????-11-05/????-11-06"), ("mardi le 11 juin", "????-06-11"), ("en mai 2018", "2018-05"),
    ("du 20 au 23 mai 2019", "2019-05-20/2019-05-23"),
  ])
  func french(_ text: String, _ day: String) throws {
    #expect(try Ontology.annotate("On se voit \(text) à midi.", "fr").days == [day])
  }

  @Test(arguments: [
    "It may 5 times", "We march 3 miles", "Version 1.9", "Room 25", "in 12345", "2019-13-01", "2019-02-32",
  ])
  func noDates(_ text: String) throws { #expect(try Ontology.annotate(text).days == []) }

  @Test(arguments: ["on February 30, 2019", "on 2019-06-31", "on June 31st, 2019", "on 31 April 2019"])
  func daysThatNoCalendarHas(_ text: String) throws {
    #expect(try Ontology.annotate("We meet \(text).").dates.allSatisfy { $0.start.day == nil && $0.end.day == nil })
  }

  @Test func aDateStaysInItsSentence() throws {
    #expect(try Ontology.annotate("# Meetups in May\n2019 was a good year").days == ["????-05"])
    #expect(try Ontology.annotate("# News of May\n20 people came").days == ["????-05"])
  }

  @Test func theNearestYear() {
    let anchor = CalendarDate(year: 2019, month: 12, day: 28)
    #expect(CalendarDate(month: 1, day: 14).resolved(near: anchor).iso == "2020-01-14")
    #expect(CalendarDate(month: 11, day: 2).resolved(near: anchor).iso == "2019-11-02")
    #expect(CalendarDate(year: 2011, month: 1, day: 14).resolved(near: anchor).iso == "2011-01-14")
    #expect(CalendarDate(month: 1, day: 14).resolved(near: nil).iso == nil)
    #expect(
      CalendarDate(month: 5).resolved(near: anchor).iso == "2020-05"
        || CalendarDate(month: 5).resolved(near: anchor).iso == "2019-05")
  }

  @Test func theWeekdayDecides() {
    // 11 June is a Tuesday in 2019 and a Thursday in 2020.
    let anchor = CalendarDate(year: 2020, month: 6, day: 1)
    #expect(CalendarDate(month: 6, day: 11, weekday: 4).resolved(near: anchor).iso == "2020-06-11")
    #expect(CalendarDate(month: 6, day: 11, weekday: 2).resolved(near: anchor).iso == "2019-06-11")
  }

  @Test func dayNumbers() {
    #expect(CalendarDate(year: 1970, month: 1, day: 1).dayNumber == 0)
    #expect(CalendarDate(year: 2000, month: 3, day: 1).dayNumber == 11017)
    #expect(CalendarDate(year: 1969, month: 12, day: 31).dayNumber == -1)
    #expect(CalendarDate(month: 1).dayNumber == nil)
  }
}
