/// A piece of a query's text, with its place in the UTF-8 bytes.
struct Token: Equatable {
  enum Kind: Equatable {
    /// `<…>`
    case iri
    /// A string in any of the four quotations.
    case string
    /// `@en`
    case languageTag
    /// `?x` or `$x`.
    case variable
    /// A keyword, a prefixed name, a number, a blank node's label.
    case word
    case punctuation
  }
  var kind: Kind
  var range: Range<Int>
  var text: String
}
