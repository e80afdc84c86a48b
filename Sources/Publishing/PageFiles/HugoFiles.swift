import Foundation
import JSONLD
import Posts
import RDFModel

/// What a Hugo site takes to put the structured data into its pages itself: a data file a page, and one partial.
///
/// A data file bears the SHA-256 of the page's path, because Hugo's keys are file names: the partial asks for the file of
/// the page that it stands in, and a page without one gets nothing.
public struct HugoFiles: Sendable {
  public static let dataFolder = "data/bloggraph"
  public static let partial = "layouts/partials/bloggraph.html"

  /// The files of `data/bloggraph/`.
  public let data: [OutputFile]
  /// Addresses of pages whose paths are one, on hosts that differ: Hugo could not tell them apart.
  public let ambiguous: [String]

  public init(_ pages: [Page]) {
    var byPath: [String: [Page]] = [:]
    for page in pages { byPath[Self.path(of: page.post.string), default: []].append(page) }
    var data: [OutputFile] = []
    var ambiguous: [String] = []
    for (path, pages) in byPath.sorted(by: { $0.key < $1.key }) {
      guard pages.count == 1 else {
        ambiguous += pages.map(\.post.string).sorted()
        continue
      }
      var object = JSONObject()
      object["page"] = .string(pages[0].post.string)
      object["jsonld"] = .string(String(decoding: PageScriptElement.text(pages[0].document), as: UTF8.self))
      data.append(
        OutputFile(
          path: SHA256.hexadecimal(Array(path.utf8)) + ".json",
          bytes: JSONSerializer(isPretty: true).bytes(of: .object(object)) + [0x0A]))
    }
    self.data = data
    self.ambiguous = ambiguous
  }

  /// As Hugo's `.RelPermalink` has it: with the escapes of the address.
  private static func path(of address: String) -> String {
    guard let scheme = address.firstRange(of: "://") else { return address }
    let rest = address[scheme.upperBound...]
    let path = String(rest.drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" })
    return path.utf8.allSatisfy { $0 < 0x80 } ? path : PagePath.escaped(path)
  }

  /// The first line tells that the partial is ours and may be replaced.
  static let partialText = """
    {{- /* Written by bloggraph: the structured data of a post's page. Include it in the head: {{ partial "bloggraph.html" . }} */ -}}
    {{- with site.Data.bloggraph -}}
    {{- with index . (sha256 $.RelPermalink) -}}
    <script type="application/ld+json" \(PageScriptElement.mark)>{{ .jsonld | safeJS }}</script>
    {{- end -}}
    {{- end -}}

    """

  /// Writes the files into a site.
  /// - Returns: whether the partial is ours; one that somebody has changed stays as it is.
  /// - Throws: `OutputError`.
  public func write(into site: String, generator: String) throws(OutputError) -> Bool {
    guard FileSystem.isFolder(site) else { throw OutputError(.notAFolder, path: site) }
    try OutputFolder(site + "/" + Self.dataFolder).replace(with: data, generator: generator)
    let path = site + "/" + Self.partial
    let text = Array(Self.partialText.utf8)
    if let known = FileManager.default.contents(atPath: path).map([UInt8].init) {
      if known == text { return true }
      guard known.starts(with: text.prefix(32)) else { return false }
    }
    try OutputFolder.makeFolders(for: Self.partial, below: site)
    try FileSystem.write(text, to: path + ".new")
    try FileSystem.rename(path + ".new", to: path)
    return true
  }
}
