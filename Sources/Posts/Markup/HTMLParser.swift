import CLibxml2

/// What the HTML parser tells. Offsets are bytes of the HTML it was given.
protocol HTMLSink: AnyObject {
  func open(_ name: String, _ attributes: [HTMLAttribute], from start: Int, to end: Int)
  func close(_ name: String, at offset: Int)
  /// Text that stands in the HTML as it is.
  func text(_ range: Range<Int>)
  /// Text that the HTML writes as a character reference at `offset`.
  func decodedText(_ bytes: [UInt8], at offset: Int)
}

struct HTMLAttribute {
  var name: String
  var value: String
}

/// libxml2's HTML parser as a stream of events. No tree is built, so that ten thousand nested elements cost no stack and
/// no entity can multiply; nothing is ever loaded: HTML knows no external entities, and the network is forbidden besides.
///
/// libxml2 gives lines up to 65,535 and no columns, but between two events the parser's cursor says how far it has read,
/// and that is the position.
@safe final class HTMLParser {
  private let html: [UInt8]
  private let sink: any HTMLSink
  private var context: htmlParserCtxtPtr?
  /// Where the former event ended.
  private var last = 0

  private init(_ html: [UInt8], _ sink: any HTMLSink) {
    self.html = html
    self.sink = sink
  }

  /// Safe to call from several threads, and from inside an event.
  static func parse(_ html: [UInt8], into sink: any HTMLSink) {
    guard !html.isEmpty, html.count < Int(Int32.max) else { return }
    _ = initialized
    HTMLParser(html, sink).run()
  }

  private static let initialized: Void = xmlInitParser()

  private func run() {
    unsafe html.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { chars in
        guard let context = unsafe htmlCreateMemoryParserCtxt(chars.baseAddress, Int32(chars.count)) else { return }
        defer { unsafe htmlFreeParserCtxt(context) }
        unsafe self.context = context
        let options =
          HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
          | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        _ = unsafe htmlCtxtUseOptions(context, Int32(bitPattern: options))
        // The bytes are UTF-8, whatever a `meta` says; without this the parser falls back to Latin-1.
        unsafe context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        unsafe install(on: context.pointee.sax)
        _ = unsafe htmlParseDocument(context)
      }
    }
  }

  private func install(on handler: UnsafeMutablePointer<htmlSAXHandler>) {
    unsafe handler.pointee.startDocument = nil
    unsafe handler.pointee.endDocument = nil
    unsafe handler.pointee.internalSubset = nil
    unsafe handler.pointee.externalSubset = nil
    unsafe handler.pointee.resolveEntity = nil
    unsafe handler.pointee.getEntity = nil
    unsafe handler.pointee.entityDecl = nil
    unsafe handler.pointee.comment = nil
    unsafe handler.pointee.processingInstruction = nil
    // Scripts and styles: no prose.
    unsafe handler.pointee.cdataBlock = nil
    unsafe handler.pointee.serror = { _, _ in }
    unsafe handler.pointee.startElement = { data, name, attributes in
      guard let name = unsafe name, let parser = unsafe HTMLParser.from(data) else { return }
      unsafe parser.open(name, attributes)
    }
    unsafe handler.pointee.endElement = { data, name in
      guard let name = unsafe name, let parser = unsafe HTMLParser.from(data) else { return }
      unsafe parser.sink.close(String(cString: name), at: parser.last)
      parser.last = max(parser.last, parser.cursor)
    }
    let characters: charactersSAXFunc = { data, text, length in
      guard let text = unsafe text, let parser = unsafe HTMLParser.from(data) else { return }
      unsafe parser.characters(UnsafeBufferPointer(start: text, count: Int(length)))
    }
    unsafe handler.pointee.characters = characters
    unsafe handler.pointee.ignorableWhitespace = characters
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> HTMLParser? {
    guard let data = unsafe data else { return nil }
    return unsafe Unmanaged<HTMLParser>.fromOpaque(data).takeUnretainedValue()
  }

  /// Bytes read so far.
  private var cursor: Int {
    guard let input = unsafe context?.pointee.input, let cur = unsafe input.pointee.cur,
      let base = unsafe input.pointee.base
    else { return last }
    return unsafe Int(input.pointee.consumed) + (cur - base)
  }

  private func open(_ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    var list: [HTMLAttribute] = []
    if var next = unsafe attributes {
      while let key = unsafe next.pointee {
        let value = unsafe next[1].map { unsafe String(cString: $0) } ?? ""
        list.append(.init(name: unsafe String(cString: key), value: value))
        unsafe next += 2
      }
    }
    let end = min(max(cursor, last), html.count)
    unsafe sink.open(String(cString: name), list, from: last, to: end)
    last = end
  }

  private func characters(_ text: UnsafeBufferPointer<UInt8>) {
    let end = min(max(cursor, last), html.count)
    // The parser hands text over in pieces, the last character of a full piece still before the cursor: try both.
    for slack in 0...4 {
      let start = end + slack - text.count
      guard start >= last, start + text.count <= html.count else { continue }
      if unsafe matches(text, at: start) {
        last = start + text.count
        sink.text(start..<last)
        return
      }
    }
    let start = last
    last = end
    unsafe sink.decodedText(Array(text), at: start)
  }

  private func matches(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for i in 0..<text.count where unsafe text[i] != html[start + i] { return false }
    return true
  }
}
