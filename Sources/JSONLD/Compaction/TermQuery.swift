/// What to look for in the inverse context to say an IRI with a value (JSON-LD 1.1 API §6.2 step 4).
struct TermQuery {
  private let context: ActiveContext
  private let value: JSONObject?
  private let hasValue: Bool
  private var containers: [String] = []
  private var table = InverseContext.Table.language
  private var wanted = "@null"

  init(_ given: JSONValue?, reverse: Bool, context: ActiveContext) {
    self.context = context
    var value = given?.object
    if let preserved = value?["@preserve"] { value = preserved.items.first?.object }
    self.value = value
    hasValue = given != nil
    let hasIndex = value?.contains("@index") ?? false
    if let value, hasIndex, !value.isGraphObject { containers += ["@index", "@index@set"] }
    if reverse {
      (table, wanted) = (.type, "@reverse")
      containers.append("@set")
    } else if let value, let list = value["@list"] {
      if !hasIndex { containers.append("@list") }
      addList(list.items)
    } else if let value, value.isGraphObject {
      addGraph(hasIndex: hasIndex, hasID: value.contains("@id"))
    } else {
      addValue(value, hasIndex: hasIndex)
    }
    containers.append("@none")
    if value == nil || !hasIndex { containers += ["@index", "@index@set"] }
    if let value, value.count == 1, value.contains("@value") { containers += ["@language", "@language@set"] }
  }

  /// The language of a value as the inverse context writes it; nil without language and direction.
  private static func languageKey(_ value: JSONObject) -> String? {
    let language = value["@language"]?.string?.lowercased()
    if let direction = value["@direction"]?.string { return (language ?? "") + "_" + direction }
    return language
  }

  private mutating func addList(_ list: [JSONValue]) {
    var type: String?
    var language: String? = list.isEmpty ? context.defaultLanguageKey : nil
    for item in list {
      var itemLanguage = "@none"
      var itemType = "@none"
      if let object = item.object, object.isValueObject {
        if let key = Self.languageKey(object) {
          itemLanguage = key
        } else if let given = object["@type"]?.string {
          itemType = given
        } else {
          itemLanguage = "@null"
        }
      } else {
        itemType = "@id"
      }
      if language == nil {
        language = itemLanguage
      } else if language != itemLanguage, item.isValueObject {
        language = "@none"
      }
      if type == nil { type = itemType } else if type != itemType { type = "@none" }
      if language == "@none", type == "@none" { break }
    }
    if let type, type != "@none" { (table, wanted) = (.type, type) } else { wanted = language ?? "@none" }
    if list.isEmpty { table = .any }
  }

  private mutating func addGraph(hasIndex: Bool, hasID: Bool) {
    let index = ["@graph@index", "@graph@index@set"]
    let id = ["@graph@id", "@graph@id@set"]
    if hasIndex { containers += index }
    if hasID { containers += id }
    containers += ["@graph", "@graph@set", "@set"]
    if !hasIndex { containers += index }
    if !hasID { containers += id }
    containers += ["@index", "@index@set"]
    (table, wanted) = (.type, "@id")
  }

  private mutating func addValue(_ value: JSONObject?, hasIndex: Bool) {
    if let value, value.isValueObject {
      if let key = Self.languageKey(value), !hasIndex {
        wanted = key
        containers += ["@language", "@language@set"]
      } else if let type = value["@type"]?.string {
        (table, wanted) = (.type, type)
      }
    } else {
      (table, wanted) = (.type, "@id")
      containers += ["@id", "@id@set", "@type", "@set@type"]
    }
    containers.append("@set")
  }

  /// Steps 4.14 to 4.20.
  mutating func select(_ iri: String, _ inverse: InverseContext) throws -> String? {
    var preferred: [String] = []
    if wanted == "@reverse" { preferred.append("@reverse") }
    if wanted == "@id" || wanted == "@reverse", let id = value?["@id"]?.string {
      let term = try context.compactIRI(id, vocab: true)
      preferred += context[term]?.iri == id ? ["@vocab", "@id", "@none"] : ["@id", "@vocab", "@none"]
    } else {
      preferred += [wanted, "@none"]
    }
    preferred.append("@any")
    for key in preferred {
      if let at = key.firstIndex(of: "_") { preferred.append(String(key[at...])) }
    }
    return inverse.term(iri, containers: containers, table, preferred: preferred)
  }
}
