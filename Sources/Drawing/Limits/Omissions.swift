import Charts
import Markup

/// The values that cannot be drawn.
///
/// Each is counted, marked where it interrupts its line, and reported below the drawing.
struct Omissions {
  /// A marker at a missing value.
  struct Gap {
    var reason: AxisLayout.OmissionReason
    var x: Double
    var style: SeriesStyle
  }

  private(set) var counts = [Int](repeating: 0, count: AxisLayout.OmissionReason.allCases.count)
  /// The markers; values closer than a marker's width share one.
  private(set) var gaps: [Gap] = []
  /// The number of values outside all bins, and the total number of values.
  private(set) var unbinned = (outside: 0, of: 0)
  /// The distinct texts that cannot be placed.
  private(set) var droppedTexts: [String] = []

  /// Records a value that cannot be drawn, with its horizontal position if it has one.
  mutating func record(_ reason: AxisLayout.OmissionReason, at x: Double?, of style: SeriesStyle) {
    counts[reason.rawValue] += 1
    guard let x, reason != .outside, gaps.count < 200 else { return }
    let isNear = gaps.contains {
      $0.style == style && $0.reason == reason && ($0.x - x).magnitude < 10
    }
    if !isNear { gaps.append(Gap(reason: reason, x: x, style: style)) }
  }

  /// Records the values outside the bins of a ridge or a histogram.
  mutating func record(_ ridge: Ridge) {
    let outside = ridge.outside
    counts[AxisLayout.OmissionReason.infinite.rawValue] += outside.infinite
    counts[AxisLayout.OmissionReason.negativelyInfinite.rawValue] += outside.negativelyInfinite
    counts[AxisLayout.OmissionReason.notANumber.rawValue] += outside.notANumber
    unbinned = (unbinned.outside + outside.finite, unbinned.of + ridge.total)
  }

  /// Records text that cannot be placed.
  mutating func recordDropped(_ text: String?) {
    if let text, !text.isEmpty, !droppedTexts.contains(text) { droppedTexts.append(text) }
  }

  /// Adds counts of values that are marked elsewhere.
  mutating func add(_ more: [Int]) {
    for (index, count) in more.enumerated() { counts[index] += count }
  }

  /// Adds the omissions of another part, without its markers.
  mutating func add(_ other: Omissions) {
    add(other.counts)
    unbinned = (unbinned.outside + other.unbinned.outside, unbinned.of + other.unbinned.of)
    for text in other.droppedTexts { recordDropped(text) }
  }

  /// A sentence listing what is not drawn; nil if everything is.
  func sentence(in phrases: DrawingPhrases) -> String? {
    var parts = AxisLayout.OmissionReason.allCases.filter { counts[$0.rawValue] > 0 }.map {
      reason in
      "\(Numeral(counts[reason.rawValue])) \(reason.text(in: phrases))"
    }
    if unbinned.outside > 0 {
      parts.append(phrases.outsideTheBins(grouped(unbinned.outside), of: grouped(unbinned.of)))
    }
    return parts.isEmpty ? nil : phrases.notDrawn(parts)
  }

  /// A sentence listing the first few texts that cannot be placed; nil if all can.
  func droppedTextSentence(in phrases: DrawingPhrases) -> String? {
    if droppedTexts.isEmpty { return nil }
    let first = droppedTexts.prefix(3).map { "“\($0)”" }
    let rest = droppedTexts.count - first.count
    return phrases.withoutPlace(first + (rest > 0 ? ["… (+ \(rest))"] : []))
  }

  /// Markers at the edges of the plot, with a row for each series.
  ///
  /// Triangles point in the direction of infinite values; crosses mark NaN.
  func svg(in plot: Box) -> [HTML] {
    var data: [String: String] = [:]
    for gap in gaps {
      data[gap.style.colour, default: ""] += gap.reason.marker(at: place(of: gap, in: plot))
    }
    return data.sorted { $0.key < $1.key }.map { colour, markers in
      "<path class=\"gap \(colour)\" d=\"\(markers)\"/>"
    }
  }

  /// Marks the area of the markers as occupied.
  func occupy(_ occupancy: inout OccupancyGrid, in plot: Box) {
    for gap in gaps {
      let point = place(of: gap, in: plot)
      let box = Box(left: point.x, top: point.y, right: point.x, bottom: point.y).grown(by: 5)
      occupancy.occupy(box, by: .text)
    }
  }

  private func place(of gap: Gap, in plot: Box) -> Point {
    let row = 9 * Double(gap.style.index % SeriesStyle.count) + 6
    return Point(x: gap.x, y: gap.reason == .infinite ? plot.top + row : plot.bottom - row)
  }
}

extension AxisLayout.OmissionReason {
  fileprivate func text(in phrases: DrawingPhrases) -> String {
    switch self {
    case .infinite: "× ∞ (▲)"
    case .negativelyInfinite: "× −∞ (▼)"
    case .notANumber: "× NaN (×)"
    case .notPositive: phrases.notPositive
    case .outside: phrases.beyondTheAxes
    }
  }

  func marker(at point: Point) -> String {
    let (x, y) = (coordinate(point.x), coordinate(point.y))
    return switch self {
    case .infinite: "M\(x),\(y)m-4,3h8l-4,-7z"
    case .negativelyInfinite, .notPositive, .outside: "M\(x),\(y)m-4,-3h8l-4,7z"
    case .notANumber: "M\(x),\(y)m-3,-3l6,6m0,-6l-6,6"
    }
  }
}
