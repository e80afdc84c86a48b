/// Where the evidence for an export's facts lies.
public enum EvidenceFiles {
  /// `evidence.nq` beside a file named `graph.nq`; `nil` when there is none.
  public static func beside(_ path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.last == "graph.nq" else { return nil }
    let sibling = (parts.dropLast() + ["evidence.nq"]).joined(separator: "/")
    return FileSystem.kind(sibling) == .file ? sibling : nil
  }
}
