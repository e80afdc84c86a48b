/// Where a video is to be watched, and how it is embedded.
struct VideoAddress: Equatable {
  var watch: String
  var embed: String?

  init(file: String) {
    watch = file
    embed = nil
  }

  init(youTube id: String) {
    watch = "https://www.youtube.com/watch?v=" + id
    embed = "https://www.youtube.com/embed/" + id
  }

  init(vimeo id: String) {
    watch = "https://vimeo.com/" + id
    embed = "https://player.vimeo.com/video/" + id
  }

  /// The address of a page or frame of YouTube or Vimeo that shows one video; nil for any other.
  init?(_ address: String) {
    var rest = Substring(address)
    for scheme in ["https:", "http:"] where rest.lowercased().hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
    guard rest.hasPrefix("//") else { return nil }
    rest = rest.dropFirst(2)
    let hostEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    var host = rest[..<hostEnd].lowercased()
    for prefix in ["www.", "m."] where host.hasPrefix(prefix) { host.removeFirst(prefix.count) }
    let path = rest[hostEnd...].prefix { $0 != "?" && $0 != "#" }
    let query = rest[hostEnd...].drop { $0 != "?" }.dropFirst().prefix { $0 != "#" }
    let parts = path.split(separator: "/").map(String.init)
    switch host {
    case "youtu.be":
      guard let id = parts.first, Self.isYouTubeID(id) else { return nil }
      self.init(youTube: id)
    case "youtube.com", "youtube-nocookie.com":
      if parts.count == 2, ["embed", "v", "live", "shorts"].contains(parts[0]), Self.isYouTubeID(parts[1]) {
        self.init(youTube: parts[1])
        return
      }
      guard parts == ["watch"] else { return nil }
      let values = query.replacing("&amp;", with: "&").split(separator: "&")
      guard let id = values.first(where: { $0.hasPrefix("v=") })?.dropFirst(2), Self.isYouTubeID(String(id)) else {
        return nil
      }
      self.init(youTube: String(id))
    case "vimeo.com", "player.vimeo.com":
      guard let id = parts.last, !id.isEmpty, id.allSatisfy(\.isNumber), parts.count == 1 || parts == ["video", id]
      else {
        return nil
      }
      self.init(vimeo: id)
    default: return nil
    }
  }

  /// `videoseries` embeds a list, not a video.
  private static func isYouTubeID(_ id: String) -> Bool {
    id != "videoseries" && id.utf8.count == 11
      && id.utf8.allSatisfy { Bytes.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }
  }
}
