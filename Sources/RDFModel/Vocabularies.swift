/// Terms of the RDF vocabulary that a model cannot do without.
public enum RDF {
  public static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  public static let type = IRI(namespace + "type")
  public static let langString = IRI(namespace + "langString")
  public static let first = IRI(namespace + "first")
  public static let rest = IRI(namespace + "rest")
  public static let `nil` = IRI(namespace + "nil")
  public static let list = IRI(namespace + "List")
  public static let subject = IRI(namespace + "subject")
  public static let predicate = IRI(namespace + "predicate")
  public static let object = IRI(namespace + "object")
}

/// Terms of RDF Schema.
public enum RDFS {
  public static let namespace = "http://www.w3.org/2000/01/rdf-schema#"
  public static let `class` = IRI(namespace + "Class")
  public static let subClassOf = IRI(namespace + "subClassOf")
  public static let subPropertyOf = IRI(namespace + "subPropertyOf")
  public static let label = IRI(namespace + "label")
  public static let comment = IRI(namespace + "comment")
}

/// The XSD datatypes (XML Schema 1.1 Part 2).
public enum XSD {
  public static let namespace = "http://www.w3.org/2001/XMLSchema#"
  public static let string = IRI(namespace + "string")
  public static let boolean = IRI(namespace + "boolean")
  public static let integer = IRI(namespace + "integer")
  public static let decimal = IRI(namespace + "decimal")
  public static let double = IRI(namespace + "double")
  public static let float = IRI(namespace + "float")
  public static let date = IRI(namespace + "date")
  public static let dateTime = IRI(namespace + "dateTime")
  public static let gYear = IRI(namespace + "gYear")
  public static let gYearMonth = IRI(namespace + "gYearMonth")
  public static let anyURI = IRI(namespace + "anyURI")
}
