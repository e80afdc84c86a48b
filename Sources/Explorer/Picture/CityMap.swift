import KnowledgeGraph
import RDFModel

/// The cities where their coordinates put them, without a coast: a picture of where things happen, not a map to travel by.
struct CityMap {
  let scope: PageScope

  private static let width = 880.0
  private static let margin = 46.0

  private struct Spot {
    var city: PlacesView.City
    var x: Double
    var y: Double
  }

  func markup(_ cities: [PlacesView.City]) -> Markup {
    let spots = cities.compactMap { city -> Spot? in
      guard let place = scope.catalogue[city.iri],
        let latitude = place.text(Schema.latitude).flatMap(Double.init),
        let longitude = place.text(Schema.longitude).flatMap(Double.init),
        abs(latitude) <= 90, abs(longitude) <= 180
      else { return nil }
      return Spot(city: city, x: longitude, y: -latitude)
    }
    guard spots.count > 2, let left = spots.map(\.x).min(), let right = spots.map(\.x).max(),
      let top = spots.map(\.y).min(), let bottom = spots.map(\.y).max()
    else { return Markup() }
    let scale = min((Self.width - 4 * Self.margin) / max(right - left, 4), 420 / max(bottom - top, 2))
    let height = max((bottom - top) * scale, 40) + 2 * Self.margin
    let shift = (Self.width - (right - left) * scale) / 2
    let placed = spots.map {
      Spot(city: $0.city, x: shift + ($0.x - left) * scale, y: Self.margin + ($0.y - top) * scale)
    }
    let (w, h) = (PictureMarkup.number(Self.width), PictureMarkup.number(height.rounded(.up)))
    var svg = Markup.element(
      "svg",
      [("viewBox", "0 0 \(w) \(h)"), ("width", w), ("height", h)])
    // No name lies on a spot, whichever of them is drawn first.
    var taken = placed.map { spot in
      let radius = Self.radius(spot)
      return (x: (spot.x - radius)...(spot.x + radius), y: (spot.y - radius)...(spot.y + radius))
    }
    // The cities with most events are named first; a name that would lie on another is left to the list.
    for spot in placed.sorted(by: { ($1.city.events.count, $0.city.iri) < ($0.city.events.count, $1.city.iri) }) {
      svg.append(self.spot(spot, &taken))
    }
    svg.append(Markup.end("svg"))
    return svg
  }

  private func spot(_ spot: Spot, _ taken: inout [(x: ClosedRange<Double>, y: ClosedRange<Double>)]) -> Markup {
    let radius = Self.radius(spot)
    let length = Double(spot.city.name.count) * 7.2
    var link = Markup.element("a", [("href", scope.address(.thing(spot.city.iri))), ("class", "spot kind-place")])
    link.append(Markup.text("title", [], "\(spot.city.name) (\(spot.city.events.count))"))
    link.append(
      Markup.element(
        "circle",
        [
          ("cx", PictureMarkup.number(spot.x)), ("cy", PictureMarkup.number(spot.y)),
          ("r", PictureMarkup.number(radius)),
        ],
        isEmpty: true))
    let y = (spot.y - 9)...(spot.y + 9)
    // Right of the spot, or else left of it.
    for isRight in [true, false] {
      let from = isRight ? spot.x + radius + 5 : spot.x - radius - 5 - length
      let x = from...(from + length)
      guard from > 0, from + length < Self.width, !taken.contains(where: { $0.x.overlaps(x) && $0.y.overlaps(y) })
      else {
        continue
      }
      let anchor = isRight ? ("start", from) : ("end", from + length)
      link.append(
        Markup.text(
          "text",
          [
            ("x", PictureMarkup.number(anchor.1)), ("y", PictureMarkup.number(spot.y + 4.5)), ("text-anchor", anchor.0),
          ],
          spot.city.name))
      taken.append((x: x, y: y))
      break
    }
    return link + Markup.end("a")
  }

  private static func radius(_ spot: Spot) -> Double { 3.5 + Double(spot.city.events.count).squareRoot() * 2.2 }
}
