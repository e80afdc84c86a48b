import ArgumentParser
import RDFSyntax

/// A syntax by the name that people type: its file extension, its name, or its media type.
struct FormatOption: ExpressibleByArgument {
  let format: RDFFormat

  init?(argument: String) {
    let text = argument.lowercased()
    guard
      let format = RDFFormat(mediaType: text)
        ?? RDFFormat.allCases.first(where: { $0.name.lowercased() == text || $0.fileExtensions.contains(text) })
    else { return nil }
    self.format = format
  }

  static let names = RDFFormat.allCases.map { $0.fileExtensions[0] }.joined(separator: ", ")
}
