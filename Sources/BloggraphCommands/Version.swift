import KnowledgeGraph

enum Version {
  static let text = "0.1.0"
  static let tool = ToolDescription(name: "bloggraph", version: text)
}
