import Mustache

/// The templates of `explorer/templates/`, in the binary.
struct Templates: Sendable {
  private let library: MustacheLibrary

  init() throws(ExplorerError) {
    MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
    var library = MustacheLibrary()
    for path in ExplorerData.paths where path.hasPrefix("templates/") && path.hasSuffix(".mustache") {
      let name = String(path.dropFirst("templates/".count).dropLast(".mustache".count))
      // Every template escapes by our own rule; a partial would else fall back to the library's.
      let text = "{{% CONTENT_TYPE: \(EscapedHTML.name)}}\n" + (ExplorerData.text(path) ?? "")
      do { try library.register(text, named: name) } catch {
        throw ExplorerError(.badData, file: path, cause: "\(error)")
      }
    }
    self.library = library
  }

  func render(_ context: [String: Any], _ template: String) -> String {
    library.render(Self.prepared(context), withTemplate: template) ?? ""
  }

  /// An empty text is no content: a section of it is left out.
  private struct Text: MustacheCustomRenderable {
    let renderText: String
    var isNull: Bool { renderText.isEmpty }
  }

  private static func prepared(_ value: Any) -> Any {
    switch value {
    case let text as String: Text(renderText: text)
    case let object as [String: Any]: object.mapValues(prepared)
    case let list as [Any]: list.map(prepared)
    default: value
    }
  }
}
