/// The parts of a thing's page, in their order.
enum FactSection: String, CaseIterable, Sendable {
  case when, work, topics, talks, events, software, milestones, writing, places
}

/// A sentence with everybody who says it.
struct PageFact: Sendable {
  var section: FactSection
  /// The phrase that says it: facts of one phrase stand together.
  var phrase: String
  /// Newest first.
  var date: String
  var sentence: Markup
  var plain: String
  var sources: [Source]
  var isReference: Bool

  /// One post's words for it.
  struct Source: Sendable {
    var post: String
    /// Entries of the evidence.
    var entries: [Int]
    struct Quotation: Sendable, Equatable {
      var before: String
      var exact: String
      var after: String
      var line: Int?
    }
  }
}
