public import Entities

/// As bytes.
extension PostGraph.Kept {
  public func write(to out: inout PackedWriter) {
    out.add(post)
    out.add(language)
    out.add(factCount)
    out.add(entities.count)
    for id in entities { out.add(id) }
    out.add(unshown)
    out.add(unshownTexts)
    out.add(fields.count)
    for field in fields { for text in [field.key, field.predicate, field.object] { out.add(text) } }
  }

  public init(from input: inout PackedReader) {
    (post, language, factCount) = (input.text(), input.text(), input.number())
    entities = []
    for _ in 0..<input.count() { entities.append(input.entity()) }
    (unshown, unshownTexts) = (input.texts(), input.texts())
    fields = []
    for _ in 0..<input.count() {
      fields.append(Field(key: input.text(), predicate: input.text(), object: input.text()))
    }
  }
}

extension PackedWriter {
  public mutating func add(_ id: EntityID) {
    add(EntityType.allCases.firstIndex(of: id.type) ?? 0)
    add(id.slug)
  }
}

extension PackedReader {
  public mutating func entity() -> EntityID {
    let types = EntityType.allCases
    return EntityID(types[min(max(number(), 0), types.count - 1)], text())
  }
}
