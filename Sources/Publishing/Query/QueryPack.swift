import CQueryData
public import SPARQL

/// The queries of the project's `queries/` folder, as they were when the program was built.
public enum QueryPack {
  public struct Entry: Sendable {
    /// The file's name without `.rq`.
    public var name: String
    /// The question, by language tag, in the order of the file.
    public var questions: [(language: String, text: String)]
    /// What each parameter means, by name.
    public var meanings: [String: String]
    public var query: QueryText

    /// The question in a language, or else in the file's first.
    public func question(_ language: String) -> String {
      (questions.first { $0.language == language } ?? questions.first)?.text ?? ""
    }

    /// Each parameter once, though a query may ask for it in several places.
    public var parameters: [QueryText.Parameter] {
      var seen: Set<String> = []
      return query.parameters.filter { seen.insert($0.name).inserted }
    }
  }

  /// By name, ascending.
  ///
  /// - Throws: `QueryError` for a file that is no query, which is a defect of the build.
  public static func all() throws(QueryError) -> [Entry] {
    var entries: [Entry] = []
    for index in 0..<bg_queries_file_count() {
      guard let file = unsafe bg_queries_file_at(index) else { continue }
      let path = unsafe String(cString: file.pointee.path)
      guard path.hasSuffix(".rq") else { continue }
      let bytes = unsafe UnsafeBufferPointer(start: file.pointee.bytes, count: Int(file.pointee.count))
      entries.append(try entry(String(path.dropLast(3)), unsafe String(decoding: bytes, as: UTF8.self)))
    }
    return entries
  }

  /// The comment at the file's head: `# en: question`, `# fr: question`, `# parameter: what it means`.
  static func entry(_ name: String, _ text: String) throws(QueryError) -> Entry {
    let query = try QueryText(text)
    var entry = Entry(name: name, questions: [], meanings: [:], query: query)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(while: { $0.hasPrefix("#") }) {
      let parts = line.dropFirst().split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let (key, value) = (parts[0].drop { $0 == " " }, parts[1].drop { $0 == " " })
      if query.parameters.contains(where: { $0.name == key }) {
        entry.meanings[String(key)] = String(value)
      } else {
        entry.questions.append((String(key), String(value)))
      }
    }
    return entry
  }
}
