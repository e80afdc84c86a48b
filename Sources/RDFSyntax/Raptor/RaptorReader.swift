internal import CRaptor2
public import RDFModel

/// Reads RDF/XML, which has no reader of our own, and every other text format as a second opinion, with libraptor2.
///
/// Raptor is less exact than `RDFReader`: it lower-cases language tags and refuses some valid TriG. Documents are read one
/// at a time in a process. Nothing is fetched, and no other file is opened.
public struct RaptorReader: Sendable {
  public let format: RDFFormat
  /// What relative IRIs are resolved against until the document names a base.
  public var base: IRI?
  /// For messages.
  public var file: String?

  public init(format: RDFFormat, base: IRI? = nil, file: String? = nil) {
    self.format = format
    self.base = base
    self.file = file
  }

  /// Adds the document's statements to the dataset, with new blank nodes, whose labels do not tell those of the document.
  ///
  /// - Returns: how many statements there were, doubles counted.
  /// - Throws: the first error that raptor reports, or an IRI or a language tag that it let pass and RDF does not allow;
  ///   the dataset's statements are then as they were. Raptor knows no columns.
  @discardableResult
  public func read(_ bytes: [UInt8], into dataset: inout Dataset) throws(SyntaxError) -> Int {
    guard let name = parserName else {
      throw error(.library, "libraptor2 does not read \(format.name)", line: 1, in: bytes)
    }
    var terms = TermTable()
    swap(&terms, &dataset.terms)
    let collector = Collector(terms: terms)
    terms = TermTable()
    RaptorThread.shared.run { parse(bytes, with: name, in: RaptorWorld.shared, into: collector) }
    swap(&collector.terms, &dataset.terms)
    if let problem = collector.problem {
      throw error(problem.code, problem.message, line: problem.line, in: bytes)
    }
    dataset.insert(contentsOf: collector.quads)
    return collector.quads.count
  }

  private var parserName: String? {
    switch format {
    case .turtle: "turtle"
    case .triG: "trig"
    case .nTriples: "ntriples"
    case .nQuads: "nquads"
    case .rdfXML: "rdfxml"
    case .jsonLD: nil
    }
  }

  private func error(_ code: SyntaxError.Code, _ message: String, line: Int, in bytes: [UInt8]) -> SyntaxError {
    let lines = bytes.split(separator: 0x0A, maxSplits: max(line, 1), omittingEmptySubsequences: false)
    let source = line >= 1 && line <= lines.count ? String(decoding: lines[line - 1], as: UTF8.self) : ""
    return SyntaxError(code: code, message: message, file: file, line: line, column: 0, sourceLine: source)
  }

  private func parse(_ bytes: [UInt8], with name: String, in world: RaptorWorld, into collector: Collector) {
    guard let world = unsafe world.pointer, let parser = unsafe raptor_new_parser(world, name) else {
      return collector.report(.library, "libraptor2 could not be set up", line: 1)
    }
    let context = unsafe Unmanaged.passUnretained(collector).toOpaque()
    unsafe collector.parser = parser
    unsafe raptor_world_set_log_handler(world, context) { context, message in
      guard let context = unsafe context, let message = unsafe message?.pointee else { return }
      unsafe Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue().log(message)
    }
    unsafe raptor_parser_set_statement_handler(parser, context) { context, statement in
      guard let context = unsafe context, let statement = unsafe statement?.pointee else { return }
      unsafe Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue().add(statement)
    }
    for option in [RAPTOR_OPTION_NO_NET, RAPTOR_OPTION_NO_FILE] {
      unsafe raptor_parser_set_option(parser, option, nil, 1)
    }
    unsafe raptor_parser_set_option(parser, RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, nil, 0)
    let uri = unsafe raptor_new_uri(world, base?.string ?? RaptorWorld.noBase)
    var status = unsafe raptor_parser_parse_start(parser, uri)
    var start = 0
    // In chunks: libxml2 counts in 32 bits.
    repeat {
      let end = min(start + 1 << 20, bytes.count)
      status |= unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe raptor_parser_parse_chunk(
          parser, buffer.baseAddress.map { unsafe $0 + start }, end - start, end == bytes.count ? 1 : 0)
      }
      start = end
    } while start < bytes.count && collector.problem == nil
    if status != 0 { collector.report(.library, "libraptor2 gave up without saying why", line: 1) }
    unsafe raptor_world_set_log_handler(world, nil) { _, _ in }
    unsafe collector.parser = nil
    unsafe raptor_free_parser(parser)
    unsafe raptor_free_uri(uri)
  }
}

/// The library's state: one for the process and never freed, since `raptor_free_world` ends libxml2 for all its users.
///
/// Used on `RaptorThread` only.
@safe private struct RaptorWorld: @unchecked Sendable {
  let pointer: OpaquePointer?

  static let shared = RaptorWorld()

  /// Stands for a base where there is none: raptor wants one, and what comes out under it was relative.
  static let noBaseScheme = "x-no-base:"
  static let noBase = noBaseScheme + "//none/"

  private init() {
    let world = unsafe raptor_new_world_internal(UInt32(RAPTOR_VERSION))
    // No libcurl: nothing is ever fetched.
    unsafe raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1)
    unsafe pointer = world != nil && raptor_world_open(world) == 0 ? world : nil
  }
}

/// What comes out of a parse.
@safe private final class Collector {
  var terms: TermTable
  var quads: [IDQuad] = []
  var problem: (code: SyntaxError.Code, message: String, line: Int)?
  var parser: OpaquePointer?
  private var scope: BlankNodeScope
  private var nodes: [String: TermID] = [:]

  init(terms: TermTable) {
    self.terms = terms
    scope = BlankNodeScope(after: terms.count)
  }

  /// The first problem counts: those that follow often stem from it.
  func report(_ code: SyntaxError.Code, _ message: String, line: Int) {
    if problem == nil { problem = (code, message, line) }
  }

  func log(_ message: raptor_log_message) {
    guard unsafe message.level == RAPTOR_LOG_LEVEL_ERROR || message.level == RAPTOR_LOG_LEVEL_FATAL else { return }
    // Some of libxml2's errors come without a line: then the parser's place is the nearest.
    let given = unsafe message.locator.map { unsafe Int(raptor_locator_line($0)) } ?? 0
    let text = unsafe message.text.map { unsafe String(cString: $0) } ?? "an error without a text"
    report(.library, text, line: given > 0 ? given : line)
  }

  func add(_ statement: raptor_statement) {
    guard problem == nil, let subject = unsafe term(statement.subject),
      let predicate = unsafe term(statement.predicate),
      let object = unsafe term(statement.object)
    else { return }
    var graph = TermID.none
    if unsafe statement.graph != nil {
      guard let name = unsafe term(statement.graph) else { return }
      graph = name
    }
    quads.append(IDQuad(IDTriple(subject, predicate, object), graph: graph))
  }

  private func term(_ pointer: UnsafeMutablePointer<raptor_term>?) -> TermID? {
    guard let value = unsafe pointer?.pointee else { return nil }
    let term: Term
    switch unsafe value.type {
    case RAPTOR_TERM_TYPE_BLANK:
      let label = unsafe String(cString: value.value.blank.string)
      if let node = nodes[label] { return node }
      let node = scope.fresh(in: &terms)
      nodes[label] = node
      return node
    case RAPTOR_TERM_TYPE_LITERAL: term = unsafe .literal(literal(value.value.literal))
    default: term = unsafe .iri(String(cString: raptor_uri_as_string(value.value.uri)))
    }
    if let iri = term.iri?.string, iri.hasPrefix(RaptorWorld.noBaseScheme) {
      report(.relativeIRI, "a relative IRI, and no base to resolve it against", line: line)
      return nil
    }
    if let (code, message) = TermChecks.fault(term) {
      report(code == .invalidLanguageTag ? .languageTag : .iri, message, line: line)
      return nil
    }
    return terms.intern(term)
  }

  private func literal(_ value: raptor_term_literal_value) -> Literal {
    let bytes = unsafe UnsafeBufferPointer(start: value.string, count: Int(value.string_len))
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    // `language_len` is a byte, and a tag may be longer.
    if let language = unsafe value.language { return unsafe Literal(text, language: String(cString: language)) }
    guard let datatype = unsafe value.datatype else { return Literal(text) }
    return unsafe Literal(text, datatype: IRI(String(cString: raptor_uri_as_string(datatype))))
  }

  private var line: Int {
    guard let parser = unsafe parser, let locator = unsafe raptor_parser_get_locator(parser) else { return 1 }
    return unsafe max(1, Int(raptor_locator_line(locator)))
  }
}
