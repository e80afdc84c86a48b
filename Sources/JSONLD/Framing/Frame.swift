/// A frame in expanded form, with its flags (JSON-LD 1.1 Framing §4.1).
struct Frame {
  let object: JSONObject
  var embed: JSONLDProcessor.Embed
  var explicit: Bool
  var requireAll: Bool

  /// The first item of a frame's array; flags it does not set are the outer ones.
  /// - Throws: `JSONLDError` with `.invalidFrame` or `.invalidEmbedValue`.
  init(_ value: JSONValue, outer: JSONLDProcessor.Options) throws {
    guard let object = value.items.first?.object, value.items.count == 1 else {
      throw JSONLDError(.invalidFrame, "a frame is one map")
    }
    self.object = object
    embed = try Self.embed(object["@embed"]) ?? outer.embed
    explicit = Self.flag(object["@explicit"]) ?? outer.explicit
    requireAll = Self.flag(object["@requireAll"]) ?? outer.requireAll
    for id in object["@id"]?.items ?? [] where id != [:] {
      guard let text = id.string, IRIReference.isAbsolute(text) else {
        throw JSONLDError(.invalidFrame, "@id in a frame is an absolute IRI, or matches any")
      }
    }
    for type in object["@type"]?.items ?? [] where type.object == nil {
      guard let text = type.string, IRIReference.isAbsolute(text) || text == "@json" else {
        throw JSONLDError(.invalidFrame, "@type in a frame is an absolute IRI, or matches any")
      }
    }
  }

  /// The frame of a property that the outer frame does not name: it matches anything, with the outer flags.
  init(implicitIn outer: Frame) {
    self = Frame(object: [:], embed: outer.embed, explicit: outer.explicit, requireAll: outer.requireAll)
  }

  private init(object: JSONObject, embed: JSONLDProcessor.Embed, explicit: Bool, requireAll: Bool) {
    self.object = object
    self.embed = embed
    self.explicit = explicit
    self.requireAll = requireAll
  }

  /// The frame of a property's values.
  func inner(_ property: String, _ options: JSONLDProcessor.Options) throws -> Frame {
    guard let value = object[property] else { return Frame(implicitIn: self) }
    return value == [] ? Frame(implicitIn: self) : try Frame(value, outer: options)
  }

  private static func scalar(_ value: JSONValue?) -> JSONValue? {
    let first = value?.items.first
    return first?["@value"]?.items.first ?? first
  }

  static func flag(_ value: JSONValue?) -> Bool? {
    switch scalar(value) {
    case .bool(let flag)?: flag
    case .string("true")?: true
    case .string("false")?: false
    default: nil
    }
  }

  private static func embed(_ value: JSONValue?) throws -> JSONLDProcessor.Embed? {
    guard let value = scalar(value) else { return nil }
    switch value {
    case .bool(true): return .once
    case .bool(false): return .never
    case .string(let text):
      if let embed = JSONLDProcessor.Embed(rawValue: text) { return embed }
      fallthrough
    default: throw JSONLDError(.invalidEmbedValue, "@embed is @always, @once or @never")
    }
  }
}
