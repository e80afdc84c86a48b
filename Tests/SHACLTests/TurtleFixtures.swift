import RDFModel
import RDFSyntax
import SHACL

let prefixes = """
  @prefix ex: <http://example.org/> .
  @prefix sh: <http://www.w3.org/ns/shacl#> .
  @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix owl: <http://www.w3.org/2002/07/owl#> .

  """

/// A dataset from Turtle with the usual prefixes.
func turtle(_ text: String) throws -> Dataset {
  var dataset = Dataset()
  try RDFReader(format: .turtle, base: IRI("http://example.org/")).read(Array((prefixes + text).utf8), into: &dataset)
  return dataset
}

/// A dataset of these statements.
func dataset(_ quads: Set<Quad>) -> Dataset {
  var dataset = Dataset()
  for quad in quads { dataset.insert(quad) }
  return dataset
}

/// `ex:` and `sh:` names for terms; strings without their quotation marks' escapes.
func short(_ term: Term) -> String? {
  guard let iri = term.iri?.string else { return nil }
  for (prefix, namespace) in [
    ("ex:", "http://example.org/"), ("sh:", SH.namespace), ("xsd:", XSD.namespace), ("rdf:", RDF.namespace),
    ("rdfs:", RDFS.namespace),
  ] where iri.hasPrefix(namespace) { return prefix + iri.dropFirst(namespace.count) }
  return nil
}

func shown(_ term: Term) -> String {
  switch term {
  case .iri: short(term) ?? String(decoding: CanonicalForm.bytes(of: term), as: UTF8.self)
  case .blankNode: "_"
  case .literal(let literal): literal.lexicalForm + (literal.language.map { "@" + $0 } ?? "")
  }
}

/// A result as one line: `focus path value Component`, with `-` for what is absent.
func line(_ result: ValidationResult) -> String {
  let component = result.sourceConstraintComponent.string.dropFirst(SH.namespace.count)
    .replacing("ConstraintComponent", with: "")
  let path = result.path?.sparql { short(.iri($0)) } ?? "-"
  return "\(shown(result.focusNode)) \(path) \(result.value.map(shown) ?? "-") \(component)"
}

func validate(_ data: String, shapes: String, ontology: String? = nil) throws -> ValidationReport {
  let validator = Validator(shapes: try ShapesGraph(try turtle(shapes)))
  return validator.validate(try turtle(data), ontology: try ontology.map(turtle))
}

/// The results of validating, one line each.
func results(_ data: String, shapes: String, ontology: String? = nil) throws -> [String] {
  try validate(data, shapes: shapes, ontology: ontology).results.map(line)
}

/// The results of a property shape on `ex:p` with these constraints, for the values of `ex:p` at `ex:a`: the values that
/// fail, as written.
func failing(_ constraint: String, _ values: String) throws -> [String] {
  let report = try validate(
    "ex:a ex:p \(values) .", shapes: "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; \(constraint) ] .")
  return report.results.map { $0.value.map(shown) ?? "-" }
}
