import Posts
import RDFModel

/// The videos that a post's page embeds.
struct Videos {
  let post: Post

  func describe(on page: IRI, in graph: inout GraphBuilder) -> [Fact] {
    var facts: [Fact] = []
    for video in post.videos {
      guard let address = IRIText.webAddress(video.watchURL) else { continue }
      let node = IRI(address)
      func state(_ predicate: IRI, _ object: Term) {
        facts.append(
          Fact(
            subject: node, predicate: predicate, object: object, evidence: [], rule: "video/described", confidence: 1,
            line: post.fieldLines["videos"] ?? post.fieldLines["video"] ?? video.line))
      }
      graph.add(node, types: Classes.recording)
      graph.add(node, Schema.url, node)
      facts.append(
        Fact(
          subject: page, predicate: Schema.video, object: .iri(node), evidence: [], rule: "video/embedded",
          confidence: 1, line: video.line))
      if let embed = video.embedURL.flatMap(IRIText.webAddress) { graph.add(node, Schema.embedUrl, IRI(embed)) }
      if let title = video.title { state(Schema.name, .literal(.text(title, language: post.language))) }
      if let date = video.uploadDate.flatMap({ Literal.date($0) }) { state(Schema.uploadDate, .literal(date)) }
      if let thumbnail = (video.thumbnailURL ?? Self.thumbnail(of: video)).flatMap(IRIText.webAddress) {
        graph.add(node, Schema.thumbnailUrl, IRI(thumbnail))
      }
    }
    return facts
  }

  /// YouTube shows the picture of a video at an address made of its number; others do not say where theirs is.
  private static func thumbnail(of video: Post.Video) -> String? {
    let prefix = "https://www.youtube.com/watch?v="
    guard video.watchURL.hasPrefix(prefix) else { return nil }
    return "https://i.ytimg.com/vi/\(video.watchURL.dropFirst(prefix.count))/hqdefault.jpg"
  }
}
