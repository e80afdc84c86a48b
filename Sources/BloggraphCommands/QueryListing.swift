import Publishing
import SPARQL

/// The pack for a reader: what each query asks, and with which parameters.
enum QueryListing {
  static func text(_ entries: [QueryPack.Entry]) -> String {
    entries.map { entry in
      var lines = [entry.name]
      lines += entry.questions.map { "  \($0.language): \($0.text)" }
      lines += entry.parameters.map { parameter in
        "  --set \(parameter.name)=…  \(entry.meanings[parameter.name] ?? "") (\(parameter.defaultText))"
      }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}
