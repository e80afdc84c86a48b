/// What a context says of a term (JSON-LD 1.1 API §4.2).
final class TermDefinition {
  /// Nil for a term that is explicitly decoupled from any IRI.
  var iri: String?
  var isPrefix = false
  var isProtected = false
  var isReverse = false
  var type: String?
  /// `nil` is "not given"; `.some(nil)` is an explicit null.
  var language: String??
  var direction: Direction??
  var container = Container()
  var nest: String?
  var index: String?
  var context: JSONValue?
  /// What relative references in the scoped context stand against.
  var baseURL: String?

  /// Equal but for protection (§4.2.2 step 27).
  func isSame(as other: TermDefinition) -> Bool {
    iri == other.iri && isPrefix == other.isPrefix && isReverse == other.isReverse && type == other.type
      && language == other.language && direction == other.direction && container == other.container
      && nest == other.nest && index == other.index && context == other.context
  }
}

enum Direction: String {
  case ltr
  case rtl
}

/// The container mapping of a term.
struct Container: OptionSet, Hashable {
  let rawValue: UInt8
  static let list = Container(rawValue: 1)
  static let set = Container(rawValue: 2)
  static let index = Container(rawValue: 4)
  static let language = Container(rawValue: 8)
  static let graph = Container(rawValue: 16)
  static let id = Container(rawValue: 32)
  static let type = Container(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Nil when the text is no container keyword.
  init?(keyword: String) {
    switch keyword {
    case "@list": self = .list
    case "@set": self = .set
    case "@index": self = .index
    case "@language": self = .language
    case "@graph": self = .graph
    case "@id": self = .id
    case "@type": self = .type
    default: return nil
    }
  }

  /// The keywords, sorted and joined: the key of the inverse context.
  var key: String {
    let names: [(Container, String)] = [
      (.graph, "@graph"), (.id, "@id"), (.index, "@index"), (.language, "@language"), (.list, "@list"),
      (.set, "@set"), (.type, "@type"),
    ]
    let key = names.filter { contains($0.0) }.map(\.1).joined()
    return key.isEmpty ? "@none" : key
  }
}
