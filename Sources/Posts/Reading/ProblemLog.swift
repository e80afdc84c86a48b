/// Takes down what is wrong with one file, with the line itself.
final class ProblemLog {
  private(set) var problems: [Problem] = []
  let file: String
  let bytes: [UInt8]
  let lineStarts: [Int]

  init(file: String, bytes: [UInt8], lineStarts: [Int]) {
    self.file = file
    self.bytes = bytes
    self.lineStarts = lineStarts
  }

  func add(_ code: Problem.Code, _ message: String, at offset: Int, column: Int? = nil) {
    let line = Bytes.line(of: offset, in: lineStarts)
    problems.append(
      Problem(
        code, message, file: file, line: line, column: column,
        sourceLine: Bytes.lineText(bytes, line: line, starts: lineStarts)))
  }
}
