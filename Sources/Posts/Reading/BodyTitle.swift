/// The first heading of a body that begins with it, for posts whose front matter gives no title.
enum BodyTitle {
  static func find(_ bytes: [UInt8], _ start: Int, _ fileExtension: String) -> String? {
    let end = min(bytes.count, start + 4000)
    let range = start..<end
    let page = PageContext(permalink: "https://example.org/", baseURL: "https://example.org/") { _ in nil }
    let shortcodes = Shortcodes(bytes, body: range, readsHugo: true, readsLiquid: true)
    let text = HTMLText(builder: TextBuilder(source: bytes), page: page, shortcodes: shortcodes, lineStarts: [0])
    text.readBody(of: shortcodes.body, from: start, to: end, fileExtension: fileExtension)
    let plain = text.finish()
    guard let first = plain.blocks.first, first.kind == .heading(level: 1) else { return nil }
    return plain.string(first.range)
  }
}
