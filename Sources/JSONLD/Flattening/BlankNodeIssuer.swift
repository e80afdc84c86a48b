/// Generate Blank Node Identifier (JSON-LD 1.1 API §7.4).
struct BlankNodeIssuer {
  private let prefix: String
  private var issued: [ExactString: String] = [:]
  private var count: Int
  /// Whether somebody else bears the identifier.
  var isTaken: ((String) -> Bool)?

  init(prefix: String = "b", startingAt count: Int = 0) {
    self.prefix = "_:" + prefix
    self.count = count
  }

  mutating func issue(for old: String? = nil) -> String {
    if let old, let known = issued[ExactString(old)] { return known }
    var new: String
    repeat {
      new = prefix + String(count)
      count += 1
    } while isTaken?(new) ?? false
    if let old { issued[ExactString(old)] = new }
    return new
  }
}
