import Posts

/// A problem of a post as a compiler would show it: place, what, and the line with a mark under it.
enum ProblemText {
  static func text(_ problem: Problem) -> String {
    var place = problem.file
    if let line = problem.line {
      place += ":\(line)"
      if let column = problem.column { place += ":\(column)" }
    }
    if !place.isEmpty { place += ": " }
    var text = "\(place)\(problem.severity.rawValue): \(problem.message)\n"
    guard let line = problem.sourceLine, !line.isEmpty else { return text }
    text += "  \(line)\n"
    if let column = problem.column, column >= 1, column <= line.count + 1 {
      text += "  " + String(line.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }) + "^\n"
    }
    return text
  }
}
