/// Something in a page's structured data that is wrong or could be better.
public struct PageFinding: Sendable, Equatable {
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    case violation, warning, info
    public static func < (a: Severity, b: Severity) -> Bool {
      (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
  }

  /// As the page was named to the program.
  public var file: String
  /// From 1.
  public var line: Int
  public var severity: Severity
  /// The check that found it: a shape of `ontology/page-shapes.ttl`, or one of `PageCheck`.
  public var check: String
  /// What it is about (`BlogPosting "A title"`); empty for the whole script.
  public var subject: String
  /// One plain sentence.
  public var message: String
}

/// The checks that are no shapes, because SHACL Core cannot say them.
public enum PageCheck: String, Sendable, CaseIterable {
  /// The script holds no JSON.
  case json
  /// The script is no JSON-LD that can be read without asking the network.
  case context
  /// An `@id` that is relative or empty: it names another thing on every page.
  case absoluteID = "absolute-id"
  /// A string with a language of its own (`{"@value": …, "@language": …}`), which Google's tester refuses.
  case plainText = "plain-text"
  /// A reference to something of the site that no page describes.
  case resolves
  /// Something that cannot be reached from the page's main item.
  case connected
  /// A name that schema.org does not know.
  case knownTerm = "known-term"
  /// A property of a thing that has none such.
  case domain
  /// A value of a kind that the property does not take.
  case range
}
