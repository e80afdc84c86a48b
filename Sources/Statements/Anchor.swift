import Mentions
import Posts

/// The date near which a post's bare dates (`June 11th`) lie.
///
/// The publication date when there is one. `lastmod` may lie: a post is no older than the pictures it shows and the slides it
/// links to, so a later date in their names wins over it.
enum Anchor {
  static func of(_ post: Post, months: WordList) -> CalendarDate? {
    if let date = post.date ?? post.publishDate { return CalendarDate(date) }
    let modified = post.lastModified.map(CalendarDate.init)
    var latest: CalendarDate?
    for candidate in evidence(post, months) {
      guard let number = candidate.dayNumber else { continue }
      if latest?.dayNumber.map({ number > $0 }) ?? true { latest = candidate }
    }
    guard let modified else { return latest }
    guard let latest, let a = latest.dayNumber, let b = modified.dayNumber, a > b else { return modified }
    return latest
  }

  private static func evidence(_ post: Post, _ months: WordList) -> [CalendarDate] {
    var found: [CalendarDate] = []
    var addresses = post.pictures.map(\.address) + post.images
    for span in post.text.spans {
      if case .link(let address, _) = span.kind { addresses.append(address) }
    }
    addresses.append(post.sourceFile)
    for address in addresses {
      found += compact(address)
      found += named(address, months)
    }
    return found
  }

  /// `20190225` anywhere in a name.
  private static func compact(_ text: String) -> [CalendarDate] {
    var found: [CalendarDate] = []
    var digits = ""
    for character in text.utf8.map({ Character(Unicode.Scalar($0)) }) + ["."] {
      if character.isNumber {
        digits.append(character)
        continue
      }
      if digits.count == 8, let number = Int(digits) {
        let (year, month, day) = (number / 10000, number / 100 % 100, number % 100)
        if (2000...2060).contains(year), (1...12).contains(month), (1...31).contains(day) {
          found.append(CalendarDate(year: year, month: month, day: day))
        }
      }
      digits = ""
    }
    return found
  }

  /// `march-2019` in a name.
  private static func named(_ text: String, _ months: WordList) -> [CalendarDate] {
    let parts = Folding.fold(text).split { !($0.isLetter || $0.isNumber) }.map(String.init)
    return zip(parts, parts.dropFirst()).compactMap { word, year in
      guard word.count > 2, let month = months.value(word).flatMap({ Int($0) }), year.count == 4,
        let number = Int(year),
        (2000...2060).contains(number)
      else { return nil }
      return CalendarDate(year: number, month: month)
    }
  }
}

extension CalendarDate {
  init(_ date: PostDate) { self.init(year: date.year, month: date.month, day: date.day) }
}
