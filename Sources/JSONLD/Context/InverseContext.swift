/// Inverse context (JSON-LD 1.1 API §4.3).
final class InverseContext {
  init(of context: ActiveContext) {}
}
