import Dispatch
public import RDFModel
import Synchronization

/// Validates data graphs against a shapes graph (SHACL §3.4).
public struct Validator: Sendable {
  public struct Options: Hashable, Sendable {
    /// How many results a report holds at most; nil for all. The report says how many there were.
    public var maxResults: Int?
    /// How many threads share the work, from 1. The report does not depend on it.
    public var jobs: Int

    public init(maxResults: Int? = nil, jobs: Int = 1) {
      self.maxResults = maxResults
      self.jobs = jobs
    }
  }

  public let shapes: ShapesGraph
  public var options: Options

  public init(shapes: ShapesGraph, options: Options = Options()) {
    self.shapes = shapes
    self.options = options
  }

  /// Validates the union of a dataset's graphs.
  /// - Parameter ontology: where `rdfs:subClassOf` is read as well as in the data and the shapes; nothing else of it
  ///   is used.
  public func validate(_ data: Dataset, ontology: Dataset? = nil) -> ValidationReport {
    validate(data.unionGraph(), terms: data.terms, ontology: ontology)
  }

  /// Validates one graph over its table.
  public func validate(_ data: IndexedGraph, terms: TermTable, ontology: Dataset? = nil) -> ValidationReport {
    let plan = Plan(
      shapes: shapes, data: DataGraph(data, termCount: terms.count), terms: terms, ontology: ontology)
    return ReportBuilder(plan: plan).report(results(plan), maxResults: options.maxResults)
  }

  /// A shape with a stretch of its focus nodes.
  private struct Chunk {
    let shape: Int
    let focusNodes: ArraySlice<TermID>
  }

  private func results(_ plan: Plan) -> [RawResult] {
    let size = 1024
    let chunks = plan.work.flatMap { shape, nodes in
      stride(from: 0, to: nodes.count, by: size).map {
        Chunk(shape: shape, focusNodes: nodes[$0..<min($0 + size, nodes.count)])
      }
    }
    let threads = max(1, min(options.jobs, chunks.count))
    guard threads > 1 else {
      var run = Run(plan: plan)
      for chunk in chunks { Self.validate(chunk, &run) }
      return run.results
    }
    let next = Atomic(0)
    let gathered = Mutex<[[RawResult]]>([])
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var run = Run(plan: plan)
      while true {
        let at = next.add(1, ordering: .relaxed).oldValue
        guard at < chunks.count else { break }
        Self.validate(chunks[at], &run)
      }
      let results = run.results
      gathered.withLock { $0.append(results) }
    }
    // The report sorts, so the threads' order does not matter.
    return gathered.withLock { Array($0.joined()) }
  }

  private static func validate(_ chunk: Chunk, _ run: inout Run) {
    for node in chunk.focusNodes { run.validate(node, against: chunk.shape) }
  }
}
