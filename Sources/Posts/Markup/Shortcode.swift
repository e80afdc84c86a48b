/// A shortcode of Hugo (`{{< name … >}}`) or a stretch that is no prose (a Liquid tag, a comment, a formula).
struct Shortcode {
  enum Form { case hugo, hidden }
  var form: Form
  var name: String
  var isClosing = false
  /// In the file; the whole of it, for a pair whose content is hidden too.
  var range: Range<Int>
  /// Parameters in their order; positional ones have no name. Names in lower case.
  var parameters: [Parameter] = []

  struct Parameter {
    var name: String?
    var value: String
    /// The value in the file, without quotes.
    var range: Range<Int>
  }

  var start: Int { range.lowerBound }

  func parameter(_ name: String, position: Int? = nil) -> Parameter? {
    if let found = parameters.first(where: { $0.name == name }) { return found }
    guard let position else { return nil }
    let positional = parameters.filter { $0.name == nil }
    return position < positional.count ? positional[position] : nil
  }
}

/// What a shortcode is for the text.
enum ShortcodeMeaning {
  case nothing
  case picture(address: String, alternate: String?, captions: [MarkedHTML])
  case video(VideoAddress, title: String?)
  case link(address: String, text: MarkedHTML)
}

extension Shortcode {
  func meaning(_ page: PageContext, source: [UInt8]) -> ShortcodeMeaning {
    guard form == .hugo, !isClosing else { return .nothing }
    func nonEmpty(_ p: Parameter?) -> String? { p.flatMap { $0.value.isEmpty ? nil : $0.value } }
    switch name {
    case "figure", "img", "image", "imgproc", "picture", "photo":
      guard let address = nonEmpty(parameter("src", position: 0)) else { return .nothing }
      // Captions may hold Markdown, as Hugo's own `figure` renders them.
      let captions = ["title", "caption", "attr"].compactMap { key -> MarkedHTML? in
        guard let p = parameter(key), !p.value.isEmpty else { return nil }
        return MarkdownHTML.render(source, p.range)
      }
      let alternate = nonEmpty(parameter("alt")) ?? nonEmpty(parameter("caption"))
      return .picture(address: address, alternate: alternate, captions: captions)
    case "youtube", "youtube-enhanced", "youtubeplayer", "yt":
      guard let id = nonEmpty(parameter("id", position: 0) ?? parameter("video")) else { return .nothing }
      return .video(VideoAddress(id) ?? VideoAddress(youTube: id), title: nonEmpty(parameter("title", position: 1)))
    case "vimeo":
      guard let id = nonEmpty(parameter("id", position: 0)) else { return .nothing }
      return .video(VideoAddress(id) ?? VideoAddress(vimeo: id), title: nonEmpty(parameter("title")))
    case "tweet", "x", "twitter":
      let user = parameter("user")
      let id = parameter("id", position: 0)
      guard let id, !id.value.isEmpty else { return .nothing }
      if Address.hasScheme(id.value) { return .link(address: id.value, text: MarkedHTML()) }
      let address = "https://x.com/\(user?.value ?? "i/web")/status/\(id.value)"
      return .link(address: address, text: MarkedHTML())
    case "ref", "relref":
      guard let path = nonEmpty(parameter("path", position: 0)) else { return .nothing }
      return .link(address: page.resolveReference(path) ?? path, text: MarkedHTML())
    case "a", "link", "button", "cta":
      guard let address = nonEmpty(parameter("href") ?? parameter("url") ?? parameter("link")) else { return .nothing }
      guard let text = parameter("text") ?? parameter("label") ?? parameter("title"), !text.value.isEmpty else {
        return .nothing
      }
      return .link(address: address, text: MarkdownHTML.render(source, text.range))
    default: return .nothing
    }
  }
}
