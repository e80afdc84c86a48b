import Mentions

/// Reads what a rule states: `worksFor(p, o); respectively(jobTitle(p, t))`.
struct PatternRelationParser {
  private var scanner: PatternScanner
  private let variables: [String]
  /// The relations that there are; nil for any.
  private let known: Set<String>?

  init(_ scanner: PatternScanner, variables: [String], known: Set<String>?) {
    self.scanner = scanner
    self.variables = variables
    self.known = known
  }

  mutating func parse() throws(OntologyDataError) -> [PatternRule.Relation] {
    var relations: [PatternRule.Relation] = []
    repeat {
      scanner.skipSpace()
      if scanner.atEnd, !relations.isEmpty { break }
      relations.append(try relation())
      scanner.skipSpace()
    } while scanner.take(";")
    guard scanner.atEnd else { throw scanner.error("expected ';' between two relations, found \(scanner.found)") }
    return relations
  }

  private mutating func relation() throws(OntologyDataError) -> PatternRule.Relation {
    let name = try opening()
    guard name == "respectively" else {
      return PatternRule.Relation(name: name, arguments: try arguments(of: name), isRespective: false)
    }
    scanner.skipSpace()
    let inner = try opening()
    let relation = PatternRule.Relation(name: inner, arguments: try arguments(of: inner), isRespective: true)
    scanner.skipSpace()
    guard scanner.take(")") else { throw scanner.error("expected ')' behind \(inner)(…), found \(scanner.found)") }
    return relation
  }

  private mutating func opening() throws(OntologyDataError) -> String {
    let found = scanner.found
    let name = scanner.identifier()
    guard !name.isEmpty, scanner.take("(") else {
      throw scanner.error("expected a relation as in worksFor(p, o), found \(found)")
    }
    return name
  }

  private mutating func arguments(of relation: String) throws(OntologyDataError) -> [PatternRule.Term] {
    if let known, !known.contains(relation) {
      throw scanner.error(
        "there is no relation '\(relation)'; there are \(known.sorted().joined(separator: ", "))")
    }
    var terms: [PatternRule.Term] = []
    repeat {
      scanner.skipSpace()
      terms.append(try term())
      scanner.skipSpace()
    } while scanner.take(",")
    guard scanner.take(")") else { throw scanner.error("expected ',' or ')', found \(scanner.found)") }
    return terms
  }

  private mutating func term() throws(OntologyDataError) -> PatternRule.Term {
    if scanner.current == "\"" { return .constant(try scanner.quoted()) }
    let found = scanner.found
    let name = scanner.identifier()
    guard !name.isEmpty else {
      throw scanner.error("expected a variable, a built-in name or a quoted word, found \(found)")
    }
    if let slot = variables.firstIndex(of: name) { return .variable(slot) }
    guard PatternSet.builtins.contains(name) else {
      throw scanner.error("no pattern of the rule binds '\(name)', and it is no built-in name")
    }
    return .builtin(name)
  }
}
