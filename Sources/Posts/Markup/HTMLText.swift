/// Makes plain text, pictures and videos of HTML.
final class HTMLText: HTMLSink {
  var builder: TextBuilder
  private(set) var pictures: [Post.Picture] = []
  private(set) var videos: [Post.Video] = []
  private let page: PageContext
  private let shortcodes: Shortcodes
  private let lineStarts: [Int]

  private var html = MarkedHTML()
  private var run = 0
  private var stack: [Open] = []
  private var skipDepth = 0
  private var tables = 0
  /// Videos whose place is where the next text begins.
  private var unplacedVideos: [Int] = []
  /// Captions that stand in an attribute: blocks of their own, after the block with the picture.
  private var waitingCaptions: [WaitingCaption] = []

  private struct Open {
    var name: String
    var element: HTMLElement
    /// Of text that stands in it.
    var kind: PlainText.Block.Kind
    var span: Int?
    var listDepth = 0
    var items = 0
    var table = 0
    var row = -1
    var column = -1
    var firstPicture = 0
    var captionBlock: Int?
  }

  private struct WaitingCaption {
    var html: MarkedHTML
    var picture: Int?
  }

  init(builder: TextBuilder, page: PageContext, shortcodes: Shortcodes, lineStarts: [Int]) {
    self.builder = builder
    self.page = page
    self.shortcodes = shortcodes
    self.lineStarts = lineStarts
  }

  /// Reads a stretch of HTML into the text, in the block kind of where the reader stands.
  func read(_ html: MarkedHTML) {
    let (outer, outerRun, depth) = (self.html, run, stack.count)
    self.html = html
    run = 0
    HTMLParser.parse(html.bytes, into: self)
    while stack.count > depth { pop() }
    self.html = outer
    run = outerRun
  }

  func finish() -> PlainText {
    endBlock()
    for i in unplacedVideos { videos[i].position = builder.nextOffset }
    let text = builder.finish()
    for i in unplacedVideos { videos[i].position = text.utf8.count }
    for (index, block) in text.blocks.enumerated() {
      if case .caption(.some(let picture)) = block.kind, picture < pictures.count, pictures[picture].captionBlock == nil
      {
        pictures[picture].captionBlock = index
      }
    }
    return text
  }

  // MARK: Events

  func open(_ name: String, _ attributes: [HTMLAttribute], from start: Int, to end: Int) {
    let element = HTMLElement.named(name)
    let parent = stack.last
    var entry = Open(name: name, element: element, kind: parent?.kind ?? .paragraph)
    entry.listDepth = parent?.listDepth ?? 0
    entry.table = parent?.table ?? 0
    entry.firstPicture = pictures.count
    let source = html.source(at: start)
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    defer { stack.append(entry) }
    if skipDepth > 0 {
      if case .skipped = element { skipDepth += 1 } else { entry.element = .inline }
      return
    }
    switch element {
    case .block:
      endBlock()
      if let names = value("class"), names.contains("wp-caption-text"), !pictures.isEmpty {
        entry.kind = .caption(picture: pictures.count - 1)
      } else if let names = value("class"), names.split(separator: " ").contains("footnotes") {
        entry.kind = .footnote
      }
    case .heading(let level):
      endBlock()
      entry.kind = .heading(level: level)
    case .list:
      endBlock()
      entry.listDepth += 1
    case .item:
      endBlock()
      if case .footnote = entry.kind { break }
      var ordinal = 1
      if let list = stack.lastIndex(where: { if case .list = $0.element { true } else { false } }) {
        stack[list].items += 1
        ordinal = stack[list].items
      }
      entry.kind = .listItem(depth: max(1, entry.listDepth), ordinal: ordinal)
    case .definitionTerm:
      endBlock()
      entry.kind = .term
    case .definition:
      endBlock()
      entry.kind = .other
    case .table:
      endBlock()
      entry.table = tables
      tables += 1
    case .row:
      endBlock()
      if let table = innermostTable {
        stack[table].row += 1
        stack[table].column = -1
      }
    case .cell(let header):
      endBlock()
      if let table = innermostTable {
        stack[table].column += 1
        let t = stack[table]
        entry.kind = .tableCell(table: t.table, row: max(0, t.row), column: t.column, header: header)
      }
    case .tableCaption:
      endBlock()
      entry.kind = .caption(picture: nil)
    case .quotation:
      endBlock()
      entry.kind = .quotation
      entry.listDepth = 0
    case .figure: endBlock()
    case .figureCaption:
      endBlock()
      var picture: Int?
      if let figure = stack.lastIndex(where: { if case .figure = $0.element { true } else { false } }) {
        if pictures.count > stack[figure].firstPicture { picture = pictures.count - 1 }
        stack[figure].captionBlock = builder.text.blocks.count
      }
      entry.kind = .caption(picture: picture)
    case .footnote:
      endBlock()
      entry.kind = .footnote
    case .link:
      if let address = value("href") {
        let address = shortcodes.restoringAddresses(in: address, page)
        entry.span = builder.openSpan(.link(address: address, absolute: page.absolute(address)))
      }
    case .emphasis: entry.span = builder.openSpan(.emphasis)
    case .strong: entry.span = builder.openSpan(.strong)
    case .code: entry.span = builder.openSpan(.code)
    case .superscript: entry.span = builder.openSpan(.superscript)
    case .lineBreak: builder.lineBreak(source: source)
    case .rule: endBlock()
    case .picture:
      if let address = value("src").flatMap({ $0.hasPrefix("data:") ? nil : $0 }) ?? value("data-src"), !address.isEmpty
      {
        picture(address, alternate: value("alt"), title: value("title"), from: start, to: end)
      }
    case .frame, .video, .source:
      if case .video = element { endBlock() }
      if let address = value("src"), !address.isEmpty {
        if case .frame = element {
          if let video = VideoAddress(address) { add(video, title: value("title"), source: source) }
        } else if !(parent?.name == "picture" || parent?.name == "audio") {
          if case .source = element, let type = value("type"), !type.hasPrefix("video/") { break }
          add(.init(file: page.absolute(address)), title: value("title"), source: source)
        }
      }
      if case .frame = element { skipDepth += name == "embed" ? 0 : 1 }
    case .skipped:
      skipDepth += 1
      if name == "pre" { endBlock() }
    case .other:
      if name == "summary" || name == "legend" { endBlock() }
      if builder.isBlockEmpty { entry.kind = .other }
    case .inline: break
    }
  }

  func close(_ name: String, at offset: Int) {
    guard let i = stack.lastIndex(where: { $0.name == name }) else { return }
    while stack.count > i { pop() }
  }

  private func pop() {
    guard let entry = stack.last else { return }
    switch entry.element {
    case .skipped: skipDepth = max(0, skipDepth - 1)
    case .frame where entry.name == "iframe": skipDepth = max(0, skipDepth - 1)
    case .block, .heading, .list, .item, .definitionTerm, .definition, .table, .row, .cell, .tableCaption, .quotation,
      .figure, .figureCaption, .footnote, .video:
      endBlock()
    case .other where entry.kind == .other: endBlock()
    default: break
    }
    if let span = entry.span { builder.closeSpan(span) }
    if case .figure = entry.element, let block = entry.captionBlock, block < builder.text.blocks.count,
      entry.firstPicture < pictures.count, case .caption(.none) = builder.text.blocks[block].kind
    {
      builder.setKind(.caption(picture: entry.firstPicture), ofBlock: block)
    }
    stack.removeLast()
  }

  func text(_ range: Range<Int>) {
    guard skipDepth == 0 else { return }
    var start = range.lowerBound
    while start < range.upperBound {
      while run + 1 < html.runs.count, html.runs[run + 1].html <= start { run += 1 }
      let end = run + 1 < html.runs.count ? min(range.upperBound, html.runs[run + 1].html) : range.upperBound
      let current = html.runs[run]
      if current.isLinear {
        linear(start..<end, source: current.source + start - current.html)
      } else {
        builder.kind = kind
        let before = builder.isBlockEmpty
        builder.appendDecoded(html.bytes[start..<end], at: current.source)
        if before { placed() }
      }
      start = end
    }
  }

  func decodedText(_ bytes: [UInt8], at offset: Int) {
    guard skipDepth == 0 else { return }
    builder.kind = kind
    let before = builder.isBlockEmpty
    builder.appendDecoded(bytes[...], at: html.source(at: offset))
    if before { placed() }
  }

  /// Text of the file as it is; it may hold stand-ins for shortcodes.
  private func linear(_ range: Range<Int>, source: Int) {
    var start = range.lowerBound
    while start < range.upperBound {
      let token = shortcodes.isEmpty ? nil : shortcodes.next(in: html.bytes, start..<range.upperBound)
      let end = token?.range.lowerBound ?? range.upperBound
      if start < end {
        builder.kind = kind
        let before = builder.isBlockEmpty
        builder.append(html.bytes[start..<end], from: source + start - range.lowerBound)
        if before { placed() }
      }
      if let token { shortcode(token.shortcode) }
      start = token?.range.upperBound ?? end
    }
  }

  private var kind: PlainText.Block.Kind { stack.last?.kind ?? .paragraph }

  private var innermostTable: Int? {
    stack.lastIndex { if case .table = $0.element { true } else { false } }
  }

  // MARK: Blocks, pictures, videos

  private func endBlock() {
    if let video = builder.loneVideoLink() {
      let line = builder.currentBlockStart.flatMap { builder.sourceOffset(of: $0) } ?? 0
      builder.discardBlock()
      add(video, title: nil, source: line)
    }
    builder.endBlock()
    guard !waitingCaptions.isEmpty else { return }
    let captions = waitingCaptions
    waitingCaptions = []
    for caption in captions {
      stack.append(.init(name: "figcaption", element: .figureCaption, kind: .caption(picture: caption.picture)))
      read(caption.html)
      pop()
    }
  }

  private func placed() {
    guard !unplacedVideos.isEmpty, let start = builder.currentBlockStart else { return }
    for i in unplacedVideos { videos[i].position = start }
    unplacedVideos = []
  }

  private func add(_ video: VideoAddress, title: String?, source: Int) {
    unplacedVideos.append(videos.count)
    videos.append(
      .init(
        watchURL: video.watch, embedURL: video.embed, title: title.flatMap { $0.isEmpty ? nil : $0 },
        position: builder.nextOffset, line: line(source)))
  }

  private func picture(_ address: String, alternate: String?, title: String?, from start: Int, to end: Int) {
    let source = html.source(at: start)
    let address = shortcodes.restoringAddresses(in: address, page)
    pictures.append(
      .init(
        address: address, absolute: page.absolute(address), alternateText: alternate.flatMap { $0.isEmpty ? nil : $0 },
        line: line(html.source(at: max(start, end - 1)))))
    guard let title, !title.isEmpty else { return }
    let bytes = Array(title.utf8)
    var caption = MarkedHTML()
    if let place = Bytes.find(bytes, in: html.bytes, start..<end) {
      for (i, b) in bytes.enumerated() { caption.text([b][...], from: html.source(at: place + i)) }
    } else {
      caption.decodedText(bytes[...], at: source)
    }
    waitingCaptions.append(.init(html: caption, picture: pictures.count - 1))
  }

  private func line(_ source: Int) -> Int { Bytes.line(of: source, in: lineStarts) }

  private func shortcode(_ shortcode: Shortcode) {
    switch shortcodes.meaning(shortcode, page) {
    case .nothing: break
    case .picture(let address, let alternate, let captions):
      endBlock()
      pictures.append(
        .init(address: address, absolute: page.absolute(address), alternateText: alternate, line: line(shortcode.start))
      )
      let index = pictures.count - 1
      for caption in captions { waitingCaptions.append(.init(html: caption, picture: index)) }
      endBlock()
    case .video(let video, let title): add(video, title: title, source: shortcode.start)
    case .link(let address, let text):
      let span = builder.openSpan(.link(address: address, absolute: page.absolute(address)))
      read(text)
      builder.closeSpan(span)
    }
  }
}
