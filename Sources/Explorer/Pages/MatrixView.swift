import Foundation
import KnowledgeGraph
import RDFModel

/// Who uses, makes and works on which software.
struct MatrixView {
  let scope: PageScope
  let limits: PageLimits

  /// Never more than can be read, and than a page may weigh.
  private var mostRows: Int { min(80, limits.items / 2) }
  private var mostColumns: Int { min(32, limits.items / 5) }

  private enum Link: Int, Comparable {
    case gazetteer, contributes, uses, makes
    static func < (a: Link, b: Link) -> Bool { a.rawValue < b.rawValue }

    var mark: String {
      switch self {
      case .gazetteer: "□"
      case .contributes: "○"
      case .uses: "●"
      case .makes: "◆"
      }
    }
  }

  func context() -> [String: Any] {
    var cells: [String: [String: Link]] = [:]
    var weights: [String: Int] = [:]
    for claim in scope.catalogue.claims {
      guard let link = link(claim), let target = claim.target,
        scope.catalogue[claim.subject]?.kind == .organization,
        scope.catalogue[target]?.kind == .project || scope.catalogue[target]?.kind == .product
      else { continue }
      cells[claim.subject, default: [:]][target] = max(link, cells[claim.subject]?[target] ?? link)
    }
    for row in cells.values {
      // What a post says weighs more than what the gazetteer adds.
      for (target, link) in row { weights[target, default: 0] += link == .gazetteer ? 1 : 100 }
    }
    // Software that only the gazetteer links would fill the table with what no post says.
    let said = weights.filter { $0.value >= 100 }
    if !said.isEmpty { weights = said }
    let columns = ordered(weights).prefix(mostColumns)
    let shown = Set(columns)
    let rowWeights = cells.compactMapValues { row -> Int? in
      let links = row.filter { shown.contains($0.key) }.values
      return links.isEmpty ? nil : links.reduce(0) { $0 + ($1 == .gazetteer ? 1 : 100) }
    }
    let rows = ordered(rowWeights).prefix(mostRows)
    let isCut = columns.count < weights.count || rows.count < rowWeights.count
    return [
      "heading1": scope.texts("matrix.title"), "intro": scope.texts("matrix.lead"),
      "empty": rows.isEmpty ? scope.texts("matrix.empty") : "", "hasRows": !rows.isEmpty,
      "corner": scope.texts("matrix.company"), "columns": columns.map { ["column": scope.link($0).markup] },
      "cut": isCut
        ? scope.texts("matrix.cut").replacingOccurrences(of: "{rows}", with: scope.texts.number(rows.count))
          .replacingOccurrences(of: "{columns}", with: scope.texts.number(columns.count)) : "",
      "rows": rows.map { row in
        [
          "row": scope.link(row).markup,
          "cells": columns.map { column in
            let link = cells[row]?[column]
            return ["mark": link?.mark ?? "", "meaning": link.map(meaning) ?? ""]
          },
        ] as [String: Any]
      },
    ]
  }

  private func link(_ claim: Claim) -> Link? {
    switch claim.predicate {
    case BG.uses: .uses
    case BG.produces: claim.sources.isEmpty ? .gazetteer : .makes
    case BG.contributesTo: .contributes
    default: nil
    }
  }

  private func meaning(_ link: Link) -> String {
    switch link {
    case .gazetteer: scope.texts("matrix.gazetteer")
    case .contributes: scope.texts("matrix.contributes")
    case .uses: scope.texts("matrix.uses")
    case .makes: scope.texts("matrix.makes")
    }
  }

  private func ordered(_ weights: [String: Int]) -> [String] {
    weights.map { (weight: -$0.value, name: scope.plainName($0.key), iri: $0.key) }.sorted { $0 < $1 }.map(\.iri)
  }
}
