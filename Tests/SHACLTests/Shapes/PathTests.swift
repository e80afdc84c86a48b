import Testing

@Suite("Property paths (SHACL §2.3.1)")
struct PathTests {
  private static let data = """
    ex:a ex:p ex:b, ex:c ; ex:q ex:d . ex:b ex:p ex:d . ex:c ex:q ex:d . ex:d ex:p ex:a . ex:e ex:p ex:a .
    """

  /// The values that a path reaches, found out by admitting none.
  @Test(
    arguments: [
      ("ex:p", "ex:b ex:c"),
      ("[ sh:inversePath ex:p ]", "ex:d ex:e"),
      ("( ex:p ex:p )", "ex:d"),
      ("( ex:p [ sh:alternativePath ( ex:p ex:q ) ] )", "ex:d"),
      ("[ sh:alternativePath ( ex:p ex:q ) ]", "ex:b ex:c ex:d"),
      ("[ sh:zeroOrMorePath ex:p ]", "ex:a ex:b ex:c ex:d"),
      ("[ sh:oneOrMorePath ex:p ]", "ex:a ex:b ex:c ex:d"),
      ("[ sh:oneOrMorePath ex:q ]", "ex:d"),
      ("[ sh:zeroOrOnePath ex:q ]", "ex:a ex:d"),
      ("[ sh:inversePath ( ex:p ex:p ) ]", "ex:b"),
      ("( [ sh:inversePath ex:p ] [ sh:inversePath ex:p ] )", "ex:b"),
      ("[ sh:inversePath [ sh:alternativePath ( ex:p ex:q ) ] ]", "ex:d ex:e"),
      ("[ sh:inversePath [ sh:zeroOrOnePath ex:p ] ]", "ex:a ex:d ex:e"),
      ("( ex:q [ sh:zeroOrMorePath [ sh:inversePath ex:p ] ] )", "ex:a ex:b ex:d ex:e"),
      ("( ex:nowhere [ sh:zeroOrMorePath ex:p ] )", ""),
    ])
  func values(path: String, values: String) throws {
    let lines = try results(
      Self.data, shapes: "ex:S a sh:PropertyShape ; sh:targetNode ex:a ; sh:path \(path) ; sh:in () .")
    let found = lines.map { $0.split(separator: " ").dropLast().last.map(String.init) ?? "" }
    #expect(found.sorted().joined(separator: " ") == values)
  }

  @Test("a path as SPARQL writes it")
  func text() throws {
    let lines = try results(
      "",
      shapes: """
        ex:S sh:targetNode ex:a ; sh:minCount 1 ;
          sh:path ( ex:p [ sh:zeroOrMorePath [ sh:alternativePath ( ex:q [ sh:inversePath ex:r ] ) ] ] ) .
        """)
    #expect(lines == ["ex:a ex:p/(ex:q|^ex:r)* - MinCount"])
  }
}
