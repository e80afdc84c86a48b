/// A text for any value made of structs, enums, arrays, sets and dictionaries: equal values have one text in every process,
/// though sets and dictionaries come in another order in each.
enum StableText {
  static func of(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    let children = mirror.children.map { "\($0.label ?? "")=\(of($0.value))" }
    switch mirror.displayStyle {
    case .set, .dictionary: return "{" + children.sorted().joined(separator: ",") + "}"
    case nil where children.isEmpty: return String(reflecting: value)
    // The case's name is the child's label, or the whole of a case without values.
    case .enum where children.isEmpty: return String(describing: value)
    default: return "(" + children.joined(separator: ",") + ")"
    }
  }
}
