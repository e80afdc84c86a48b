public import KnowledgeGraph
import RDFModel

/// What pages were made from, for the next explorer of the same blog: a page need not be made again when
/// everything that its maker asked for has the same answer. Pages that look through the whole graph are not in it.
public struct ExplorerMemory: Sendable {
  /// What every page depends on.
  struct Setup: Equatable, Sendable {
    var base: String
    var mainLanguage: String
    var title: String
    /// Kinds of which there are things: they are in the navigation.
    var kinds: [String]
    var graphviz: String?
  }

  enum Subject: Hashable, Sendable {
    /// What a thing is called and what is told of it without being a claim; by its IRI.
    case face(String)
    /// The claims from and to a thing, or those that a post says.
    case claims(String)
    /// What the shapes found in a source file.
    case findings(String)
    case answer(Question)
    /// What a page of a list has to show.
    case listing(ExplorerPage)
  }

  let setup: Setup
  private var subjects: [Subject] = []
  private var fingerprints: [UInt64] = []
  private var numbers: [Subject: Int] = [:]
  /// By path: which subjects a page was made from, as a range of `uses`.
  private var pages: [String: Range<Int>] = [:]
  private var uses: [UInt32] = []

  init(setup: Setup) { self.setup = setup }

  mutating func add(_ trace: PageTrace, _ page: ExplorerPage, path: String, _ fingerprint: (Subject) -> UInt64) {
    let first = uses.count
    let all =
      trace.faces.map { Subject.face($0) } + trace.claims.map { .claims($0) } + trace.files.map { .findings($0) }
      + trace.answers.map { .answer($0) } + (trace.isListing ? [.listing(page)] : [])
    for subject in all { uses.append(UInt32(number(of: subject, fingerprint))) }
    pages[path] = first..<uses.count
  }

  private mutating func number(of subject: Subject, _ fingerprint: (Subject) -> UInt64) -> Int {
    if let number = numbers[subject] { return number }
    let number = subjects.count
    numbers[subject] = number
    subjects.append(subject)
    fingerprints.append(fingerprint(subject))
    return number
  }

  /// Takes over what is known of some pages, with the subjects as they are now. The memory must be new.
  mutating func take(_ former: Comparison, paths: [String]) {
    // What no page uses any longer is left behind.
    var taken = [UInt32?](repeating: nil, count: former.memory.subjects.count)
    for path in paths {
      guard let range = former.memory.pages[path] else { continue }
      let first = uses.count
      for use in former.memory.uses[range] {
        if taken[Int(use)] == nil {
          taken[Int(use)] = UInt32(number(of: former.memory.subjects[Int(use)]) { _ in former.fingerprints[Int(use)] })
        }
        if let number = taken[Int(use)] { uses.append(number) }
      }
      pages[path] = first..<uses.count
    }
  }

  /// A memory held against the graph of another run.
  public struct Comparison: Sendable {
    fileprivate let memory: ExplorerMemory
    /// By subject: as they are now.
    fileprivate let fingerprints: [UInt64]
    private let hasChanged: [Bool]

    init(_ memory: ExplorerMemory, touched: Set<String>, fingerprint: (Subject) -> UInt64) {
      var fingerprints = memory.fingerprints
      var hasChanged = [Bool](repeating: false, count: fingerprints.count)
      for (index, subject) in memory.subjects.enumerated() {
        switch subject {
        case .claims(let iri): hasChanged[index] = touched.contains(iri)
        case .face(let iri) where !touched.contains(iri): continue
        case .answer(let question) where !touched.contains(question.iri): continue
        case .face, .findings, .answer, .listing:
          fingerprints[index] = fingerprint(subject)
          hasChanged[index] = fingerprints[index] != memory.fingerprints[index]
        }
      }
      self.memory = memory
      self.fingerprints = fingerprints
      self.hasChanged = hasChanged
    }

    /// Whether the page that lies there would be made of the same things again.
    public func isUnchanged(_ path: String) -> Bool {
      memory.pages[path].map { range in !memory.uses[range].contains { hasChanged[Int($0)] } } ?? false
    }
  }
}

/// As bytes.
extension ExplorerMemory {
  public func write(to out: inout PackedWriter) {
    for text in [setup.base, setup.mainLanguage, setup.title] { out.add(text) }
    out.add(setup.kinds.count)
    for kind in setup.kinds { out.add(kind) }
    out.add(setup.graphviz)
    out.add(subjects.count)
    for (subject, fingerprint) in zip(subjects, fingerprints) {
      switch subject {
      case .face(let iri):
        out.add(0)
        out.add(iri)
        out.add(wide: fingerprint)
      case .claims(let iri):
        out.add(1)
        out.add(iri)
      case .findings(let file):
        out.add(2)
        out.add(file)
        out.add(wide: fingerprint)
      case .listing(let page):
        out.add(5)
        out.add(page.key)
        out.add(page.language)
        out.add(wide: fingerprint)
      case .answer(.date(let iri, let predicate)):
        out.add(3)
        out.add(iri)
        out.add(predicate.string)
        out.add(wide: fingerprint)
      case .answer(.target(let iri, let predicate)):
        out.add(4)
        out.add(iri)
        out.add(predicate.string)
        out.add(wide: fingerprint)
      }
    }
    out.add(pages.count)
    for (path, range) in pages.sorted(by: { $0.value.lowerBound < $1.value.lowerBound }) {
      out.add(path)
      out.add(range.count)
      for use in uses[range] { out.add(Int(use)) }
    }
  }

  /// What comes out of bytes that are not whole is not to be used.
  public init(from input: inout PackedReader) {
    var texts: [String] = []
    for _ in 0..<3 { texts.append(input.text()) }
    var kinds: [String] = []
    for _ in 0..<input.count() { kinds.append(input.text()) }
    setup = Setup(
      base: texts[0], mainLanguage: texts[1], title: texts[2], kinds: kinds, graphviz: input.optionalText())
    for number in 0..<input.count() {
      let kind = input.number()
      let name = input.text()
      let subject: Subject =
        switch kind {
        case 0: .face(name)
        case 1: .claims(name)
        case 2: .findings(name)
        case 3: .answer(.date(name, IRI(input.text())))
        case 4: .answer(.target(name, IRI(input.text())))
        default: .listing(ExplorerPage(key: name, language: input.text()))
        }
      subjects.append(subject)
      numbers[subject] = number
      fingerprints.append(kind == 1 ? 0 : input.wide())
    }
    for _ in 0..<input.count() {
      let path = input.text()
      let first = uses.count
      for _ in 0..<input.count() { uses.append(UInt32(clamping: min(input.number(), max(0, subjects.count - 1)))) }
      pages[path] = first..<uses.count
    }
  }
}
