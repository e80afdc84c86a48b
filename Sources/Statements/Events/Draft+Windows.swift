import Entities
import Mentions

extension Draft {
  /// The days of an event that is told to the day, and lasts a fortnight at most.
  func span(of event: EntityID?) -> ClosedRange<Int>? {
    guard let event, let told = date(of: event), told.precision == 3, let first = told.start.dayNumber,
      let last = told.end.dayNumber, first <= last, last - first <= 14
    else { return nil }
    return first...last
  }
}
