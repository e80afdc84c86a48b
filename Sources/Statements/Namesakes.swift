public import Entities
import Posts

/// Tells people of one name apart, by all posts together.
///
/// One name is one person, spelt with accents and hyphens or without them, and a person changes employers. But who works for
/// two employers at one time (their posts interleave, or lie within two months), and whom nothing else ties together (a talk, a
/// project, a group, a page), is two people. The one of the earlier post keeps the name's IRI; the other's has the employer in
/// it. So it depends on what the posts say and never on their order, and a newer post renames nobody.
public enum Namesakes {
  /// - Parameter versions: pairs of permalinks of one post in two languages, beside those whose key says so: they name the
  ///   same people, also where they differ about them.
  public static func toldApart(_ extractions: [PostExtraction], versions: [(String, String)] = []) -> [PostExtraction] {
    toldApart(extractions, moves(extractions, versions: versions))
  }

  /// The same where it is known what has to be done.
  public static func toldApart(_ extractions: [PostExtraction], _ moves: [[Move]]) -> [PostExtraction] {
    var out = extractions
    for (post, moves) in moves.enumerated() {
      for move in moves { _ = out[post].move(move.from, to: move.to, key: nil) }
    }
    return out
  }

  /// In one post, a person's name means another person than elsewhere.
  public struct Move: Sendable, Equatable {
    public var from: EntityID
    public var to: EntityID
    public init(from: EntityID, to: EntityID) {
      self.from = from
      self.to = to
    }
  }

  /// By post: what telling apart does to it, in the order in which it is done. A post with the same moves as in an
  /// earlier run, and the same content, says the same as then.
  public static func moves(_ extractions: [PostExtraction], versions: [(String, String)] = []) -> [[Move]] {
    var pairs: [String: [String]] = [:]
    for (a, b) in versions {
      for permalink in [a, b] { pairs[permalink, default: []].append("version/\(a) \(b)") }
    }
    var posts: [EntityID: [Int]] = [:]
    for (index, extraction) in extractions.enumerated() {
      for entity in extraction.entities where entity.id.type == .person { posts[entity.id, default: []].append(index) }
    }
    var moves = [[Move]](repeating: [], count: extractions.count)
    for id in posts.keys.sorted() {
      guard let places = posts[id], places.count > 1 else { continue }
      let sightings = places.map { place in
        var sighting = Sighting(of: id, in: extractions[place], post: place)
        sighting.ties.formUnion(pairs[extractions[place].post.permalink] ?? [])
        return sighting
      }
      for (post, employer) in Self.strangers(sightings) {
        moves[post].append(Move(from: id, to: EntityID(.person, "\(id.slug)-\(employer)")))
      }
    }
    return moves
  }

  /// What one post says of a person.
  struct Sighting {
    var post: Int
    /// Days since 1970; nil when the post has no day.
    var day: Int?
    /// Slugs.
    var employers: Set<String>
    /// What else tells who it is.
    var ties: Set<String>
    var file: String

    init(post: Int, day: Int?, employers: Set<String>, ties: Set<String> = [], file: String) {
      self.post = post
      self.day = day
      self.employers = employers
      self.ties = ties
      self.file = file
    }

    init(of id: EntityID, in extraction: PostExtraction, post: Int) {
      self.post = post
      let date = extraction.post.publishDate ?? extraction.post.date
      day = date.flatMap { date in
        date.month.flatMap { month in date.day.map { Self.days(date.year, month, $0) } }
      }
      file = extraction.post.sourceFile
      employers = []
      let key = extraction.post.translationKey.map { ["key/" + $0] } ?? []
      ties = Set(key + (extraction.entities.first { $0.id == id }?.urls ?? []))
      for statement in extraction.statements where statement.concerns(id) {
        switch (statement.relation, statement.subjectID, statement.objectID) {
        case (.worksFor, _, let employer?): employers.insert(employer.slug)
        case (.performer, let talk?, _): ties.insert("talk/\(talk.slug)")
        case (.contributesTo, _, let thing?), (.memberOf, _, let thing?): ties.insert("\(thing.type)/\(thing.slug)")
        default: break
        }
      }
    }

    /// Days of the proleptic Gregorian calendar since 1970-01-01.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
      let y = month <= 2 ? year - 1 : year
      let era = (y >= 0 ? y : y - 399) / 400
      let yearOfEra = y - era * 400
      let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
      return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
  }

  /// Posts at one employer, or at several that one post names together.
  private struct Group {
    var sightings: [Sighting]
    var employers: Set<String>
    var ties: Set<String>

    init(_ sighting: Sighting) {
      sightings = [sighting]
      employers = sighting.employers
      ties = sighting.ties
    }

    mutating func join(_ other: Group) {
      sightings += other.sightings
      employers.formUnion(other.employers)
      ties.formUnion(other.ties)
    }

    func isTied(to other: Group) -> Bool {
      !employers.isDisjoint(with: other.employers) || !ties.isDisjoint(with: other.ties)
    }

    /// The first day, and what decides between equals.
    var order: (Int, String) {
      (sightings.compactMap(\.day).min() ?? Int.max, employers.min() ?? "")
    }

    /// Two jobs at one time: the posts interleave, or hardly any time lies between them.
    func contradicts(_ other: Group) -> Bool {
      let (mine, theirs) = (sightings.compactMap(\.day), other.sightings.compactMap(\.day))
      guard let first = mine.min(), let last = mine.max(), let start = theirs.min(), let end = theirs.max() else {
        return false
      }
      return first <= end + Namesakes.shortestNotice && start <= last + Namesakes.shortestNotice
    }
  }

  /// In days: who appears at another firm this soon is rather another person.
  private static let shortestNotice = 60

  /// The posts that mean another person than the name's first, with the employer that tells which; ascending.
  static func strangers(_ sightings: [Sighting]) -> [(post: Int, employer: String)] {
    var groups: [Group] = []
    for sighting in sightings.sorted(by: { $0.file < $1.file }) where !sighting.employers.isEmpty {
      var group = Group(sighting)
      // Going back to the start when one joins: what it brings may tie others.
      while let tied = groups.firstIndex(where: { $0.isTied(to: group) }) { group.join(groups.remove(at: tied)) }
      groups.append(group)
    }
    guard groups.count > 1 else { return [] }
    groups.sort { $0.order < $1.order }
    // Each goes to the first whom nothing contradicts.
    var people: [[Group]] = []
    for group in groups {
      if let known = people.firstIndex(where: { person in !person.contains { $0.contradicts(group) } }) {
        people[known].append(group)
      } else {
        people.append([group])
      }
    }
    var out: [(post: Int, employer: String)] = []
    for person in people.dropFirst() {
      let employer = person[0].employers.min() ?? ""
      for sighting in person.flatMap(\.sightings) { out.append((sighting.post, employer)) }
    }
    // Who is named without an employer is the first, unless another tie says which.
    for sighting in sightings where sighting.employers.isEmpty {
      guard
        let person = people.firstIndex(where: { $0.contains { !$0.ties.isDisjoint(with: sighting.ties) } }), person > 0
      else { continue }
      out.append((sighting.post, people[person][0].employers.min() ?? ""))
    }
    return out.sorted { $0.post < $1.post }
  }
}
