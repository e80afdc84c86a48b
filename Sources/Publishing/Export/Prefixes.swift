import KnowledgeGraph
import RDFModel

/// The prefixes of what an export writes for people.
public enum Prefixes {
  public static let all: [(prefix: String, namespace: String)] = [
    ("bg", BG.namespace), ("dct", DCTerms.namespace), ("doap", "http://usefulinc.com/ns/doap#"), ("oa", OA.namespace),
    ("prov", PROV.namespace), ("rdf", RDF.namespace), ("rdfs", RDFS.namespace), ("schema", Schema.namespace),
    ("sh", "http://www.w3.org/ns/shacl#"), ("void", VoID.namespace), ("xsd", XSD.namespace),
  ]
}
