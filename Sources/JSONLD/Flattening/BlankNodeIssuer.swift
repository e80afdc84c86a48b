/// Generate Blank Node Identifier (JSON-LD 1.1 API §7.4).
struct BlankNodeIssuer {
  private let prefix: String
  private var issued: [ExactString: String] = [:]
  private var count = 0

  init(prefix: String = "b") { self.prefix = "_:" + prefix }

  mutating func issue(for old: String? = nil) -> String {
    if let old, let known = issued[ExactString(old)] { return known }
    let new = prefix + String(count)
    count += 1
    if let old { issued[ExactString(old)] = new }
    return new
  }
}
