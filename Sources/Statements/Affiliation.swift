import Entities

/// What an apposition, a parenthesis or a clause says of one person or several.
struct Affiliation {
  enum Employer {
    case named(Range<Int>)
    /// `our engineer`, in the voice of whoever publishes the post.
    case home
    /// `its engineer`: the organization spoken of before.
    case antecedent
    /// `the agency's engineer`: the organization spoken of before that the noun fits.
    case noun(Int)
    /// Of somebody quoted: the one organization that the paragraph names before.
    case near
    /// A group that somebody heads without a word on whose it is.
    case untold
  }
  enum Project {
    case mention(Int)
    /// A name that nothing is known of, but that somebody maintains it.
    case unknown(Int)
    /// The project that the post is about.
    case topic
    /// `maintains it`: the project named last.
    case antecedent
  }
  var titles: [Range<Int>] = []
  var employers: [Employer] = []
  var members: [Range<Int>] = []
  var projects: [Project] = []
  /// Said of everybody in the list before it (`both engineers at`).
  var isShared = false
  /// Title by title, person by person.
  var isRespective = false
  /// Behind its last token.
  var end: Int

  var isEmpty: Bool { titles.isEmpty && employers.isEmpty && members.isEmpty && projects.isEmpty }

  mutating func add(_ other: Affiliation) {
    titles += other.titles
    employers += other.employers
    members += other.members
    projects += other.projects
    isShared = isShared || other.isShared
    isRespective = isRespective || other.isRespective
    end = other.end
  }
}
