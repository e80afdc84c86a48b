extension PostFields {
  /// Adds to the videos that the body embeds what the front matter says of them under `videos` or `video`. A video that
  /// only the front matter names is the theme's business, and stays out.
  func describeVideos(of post: inout Post, page: PageContext) {
    for key in ["videos", "video"] {
      guard let value = head.values[key] else { continue }
      let entries: [FrontValue]
      if case .list(let list) = value { entries = list } else { entries = [value] }
      for entry in entries {
        let address = ["url", "src", "link", "file"].lazy.compactMap { entry[$0]?.text }.first ?? entry["id"]?.text
        guard let address else { continue }
        let watch = (VideoAddress(address) ?? VideoAddress(file: page.absolute(address))).watch
        for index in post.videos.indices
        where post.videos[index].watchURL == watch || post.videos[index].watchURL.hasSuffix("=" + address) {
          describe(&post.videos[index], entry, page)
        }
      }
    }
  }

  private func describe(_ video: inout Post.Video, _ entry: FrontValue, _ page: PageContext) {
    func first(_ keys: [String]) -> String? { keys.lazy.compactMap { entry[$0]?.text }.first }
    if let title = first(["title", "name"]) { video.title = Self.oneLine(title) }
    if let date = first(["uploadDate", "date", "published"]).flatMap({ PostDate($0) }) { video.uploadDate = date }
    if let thumbnail = first(["thumbnail", "thumbnailUrl", "image", "poster"]) {
      video.thumbnailURL = page.absolute(thumbnail)
    }
  }

  /// The lines of the keys that say something a reader sees without being part of the text.
  func lines(of lineStarts: [Int]) -> [String: Int] {
    var lines: [String: Int] = [:]
    for entry in head.values.entries {
      let place = head.place(ofKey: entry.key, in: bytes)
      guard place > head.range.lowerBound else { continue }
      // The place is behind the key; a key is on one line.
      lines[entry.key.lowercased()] = Bytes.line(of: place - 1, in: lineStarts)
    }
    return lines
  }
}
