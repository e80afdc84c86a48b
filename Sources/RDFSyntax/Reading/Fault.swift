/// A syntax error before its line is looked up: the readers know offsets only.
struct Fault: Error {
  var code: SyntaxError.Code
  var message: String
  var offset: Int

  init(_ code: SyntaxError.Code, _ message: String, at offset: Int) {
    self.code = code
    self.message = message
    self.offset = offset
  }

  /// The error with its place. Lines end at LF, CR LF or CR.
  ///
  /// - Parameter line: the number of the line that begins at `start`.
  func located(in input: InputBytes, fromLine line: Int = 1, at start: Int = 0, file: String?) -> SyntaxError {
    let offset = min(offset, input.count)
    var line = line
    var start = start
    for index in start..<max(offset, start) where Self.endsLine(input, index) {
      line += 1
      start = index + 1
    }
    var end = start
    while end < input.count, input[end] != 0x0A, input[end] != 0x0D { end += 1 }
    // Continuation bytes begin no character.
    let column = 1 + (start..<max(offset, start)).count { input[$0] & 0xC0 != 0x80 }
    return SyntaxError(
      code: code, message: message, file: file, line: line, column: column, sourceLine: input.text(start..<end))
  }

  private static func endsLine(_ input: InputBytes, _ index: Int) -> Bool {
    input[index] == 0x0A || (input[index] == 0x0D && input[index + 1] != 0x0A)
  }
}
