extension PatternRule {
  /// What the rule states with the bindings of a match. A relation is left out when one of its variables did not bind,
  /// or when lists that belong together in order differ in length.
  func relations(_ success: PatternMachine.Success, at start: Int, line: Int, id: Int) -> [PatternMatch] {
    var bound: [[Argument]] = Array(repeating: [], count: variables.count)
    var triggers: [Range<Int>] = []
    for binding in success.bindings {
      if let slot = binding.slot {
        bound[slot].append(binding.argument)
      } else if case .tokens(let range) = binding.argument {
        triggers.append(range)
      }
    }
    var found: [PatternMatch] = []
    for relation in relations {
      let columns = relation.arguments.map { term -> [Argument] in
        switch term {
        case .variable(let slot): bound[slot]
        case .builtin(let name): [.builtin(name)]
        case .constant(let text): [.constant(text)]
        }
      }
      for arguments in relation.isRespective ? Self.paired(columns, relation) : Self.combined(columns) {
        found.append(
          PatternMatch(
            rule: name, confidence: confidence, matchID: id, relation: relation.name, arguments: arguments,
            tokens: start..<success.end, triggers: triggers, line: line))
      }
    }
    return found
  }

  /// Each of one list with each of the others, the last varying fastest.
  private static func combined(_ columns: [[Argument]]) -> [[Argument]] {
    columns.reduce([[]]) { rows, column in rows.flatMap { row in column.map { row + [$0] } } }
  }

  /// The first with the first, the second with the second; names and constants with all.
  private static func paired(_ columns: [[Argument]], _ relation: Relation) -> [[Argument]] {
    let lengths = zip(columns, relation.arguments).compactMap { column, term in
      if case .variable = term { column.count } else { nil }
    }
    guard let count = lengths.first, lengths.allSatisfy({ $0 == count }) else {
      return lengths.isEmpty ? combined(columns) : []
    }
    return (0..<count).map { row in
      zip(columns, relation.arguments).map { column, term in
        if case .variable = term { column[row] } else { column[0] }
      }
    }
  }
}
