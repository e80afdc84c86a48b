public import RDFModel

/// The SHACL vocabulary, as far as SHACL Core and the recognition of SHACL-SPARQL need it.
public enum SH {
  public static let namespace = "http://www.w3.org/ns/shacl#"

  static func term(_ name: String) -> IRI { IRI(namespace + name) }

  // Shapes and targets (SHACL §2).
  public static let nodeShape = term("NodeShape")
  public static let propertyShape = term("PropertyShape")
  public static let targetNode = term("targetNode")
  public static let targetClass = term("targetClass")
  public static let targetSubjectsOf = term("targetSubjectsOf")
  public static let targetObjectsOf = term("targetObjectsOf")
  public static let severity = term("severity")
  public static let message = term("message")
  public static let deactivated = term("deactivated")
  public static let name = term("name")
  public static let entailment = term("entailment")
  public static let shapesGraph = term("shapesGraph")

  // Severities (SHACL §2.1.4).
  public static let violation = term("Violation")
  public static let warning = term("Warning")
  public static let info = term("Info")

  // Property paths (SHACL §2.3.1).
  public static let path = term("path")
  public static let inversePath = term("inversePath")
  public static let alternativePath = term("alternativePath")
  public static let zeroOrMorePath = term("zeroOrMorePath")
  public static let oneOrMorePath = term("oneOrMorePath")
  public static let zeroOrOnePath = term("zeroOrOnePath")

  // Parameters of the core constraint components (SHACL §4).
  public static let `class` = term("class")
  public static let datatype = term("datatype")
  public static let nodeKind = term("nodeKind")
  public static let minCount = term("minCount")
  public static let maxCount = term("maxCount")
  public static let minExclusive = term("minExclusive")
  public static let minInclusive = term("minInclusive")
  public static let maxExclusive = term("maxExclusive")
  public static let maxInclusive = term("maxInclusive")
  public static let minLength = term("minLength")
  public static let maxLength = term("maxLength")
  public static let pattern = term("pattern")
  public static let flags = term("flags")
  public static let languageIn = term("languageIn")
  public static let uniqueLang = term("uniqueLang")
  public static let equals = term("equals")
  public static let disjoint = term("disjoint")
  public static let lessThan = term("lessThan")
  public static let lessThanOrEquals = term("lessThanOrEquals")
  public static let not = term("not")
  public static let and = term("and")
  public static let or = term("or")
  public static let xone = term("xone")
  public static let node = term("node")
  public static let property = term("property")
  public static let qualifiedValueShape = term("qualifiedValueShape")
  public static let qualifiedMinCount = term("qualifiedMinCount")
  public static let qualifiedMaxCount = term("qualifiedMaxCount")
  public static let qualifiedValueShapesDisjoint = term("qualifiedValueShapesDisjoint")
  public static let closed = term("closed")
  public static let ignoredProperties = term("ignoredProperties")
  public static let hasValue = term("hasValue")
  public static let `in` = term("in")

  // Node kinds (SHACL §4.1.3).
  public static let iri = term("IRI")
  public static let blankNode = term("BlankNode")
  public static let literal = term("Literal")
  public static let blankNodeOrIRI = term("BlankNodeOrIRI")
  public static let blankNodeOrLiteral = term("BlankNodeOrLiteral")
  public static let iriOrLiteral = term("IRIOrLiteral")

  // Validation reports (SHACL §3.6).
  public static let validationReport = term("ValidationReport")
  public static let validationResult = term("ValidationResult")
  public static let conforms = term("conforms")
  public static let result = term("result")
  public static let detail = term("detail")
  public static let focusNode = term("focusNode")
  public static let resultPath = term("resultPath")
  public static let value = term("value")
  public static let resultMessage = term("resultMessage")
  public static let resultSeverity = term("resultSeverity")
  public static let sourceShape = term("sourceShape")
  public static let sourceConstraint = term("sourceConstraint")
  public static let sourceConstraintComponent = term("sourceConstraintComponent")

  // What needs an engine that is not here: SPARQL (SHACL §5, §6), advanced features, JavaScript.
  public static let sparql = term("sparql")
  public static let constraintComponent = term("ConstraintComponent")
  public static let parameter = term("parameter")
  public static let optional = term("optional")
  public static let target = term("target")
  public static let expression = term("expression")
  public static let js = term("js")
}
