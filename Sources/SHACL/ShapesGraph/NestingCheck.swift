import RDFModel

/// Refuses recursive shapes (SHACL §3.4.3) and those that nest too deep to be walked.
struct NestingCheck {
  let shapes: [Shape]
  let source: ShapesSource

  private enum Mark { case new, open, done }

  func problems() -> [ShapesError.Problem] {
    var marks = Array(repeating: Mark.new, count: shapes.count)
    var heights = Array(repeating: 1, count: shapes.count)
    var problems: [ShapesError.Problem] = []
    let references = shapes.map { $0.constraints.flatMap(\.shapes) }
    for start in shapes.indices where marks[start] == .new {
      // The way from `start`: each shape with the next of its references to follow. No recursion of our own.
      var way: [(shape: Int, next: Int)] = [(start, 0)]
      marks[start] = .open
      while let (shape, next) = way.last {
        guard next < references[shape].count else {
          marks[shape] = .done
          heights[shape] = 1 + (references[shape].map { heights[$0] }.max() ?? 0)
          if heights[shape] == ShapeCompiler.deepest + 1 { problems.append(tooDeep(shape)) }
          way.removeLast()
          continue
        }
        way[way.count - 1].next += 1
        let child = references[shape][next]
        switch marks[child] {
        case .new:
          marks[child] = .open
          way.append((child, 0))
        case .open: problems.append(recursive(way.map(\.shape), back: child))
        case .done: break
        }
      }
    }
    return problems
  }

  private func recursive(_ way: [Int], back: Int) -> ShapesError.Problem {
    let cycle = way.drop { $0 != back } + [back]
    let names = cycle.map { source.terms[shapes[$0].node].text }
    return .init(
      code: .recursiveShape, shape: source.terms[shapes[back].node],
      reason: "recursive shapes are not supported: \(names.joined(separator: " → "))")
  }

  private func tooDeep(_ shape: Int) -> ShapesError.Problem {
    .init(
      code: .tooDeep, shape: source.terms[shapes[shape].node],
      reason: "more than \(ShapeCompiler.deepest) shapes nested in one another")
  }
}
