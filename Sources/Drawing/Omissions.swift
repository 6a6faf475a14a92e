import Charts
import Markup

/// Values without a place: each is counted, marked where its line breaks off, and mentioned.
struct Omissions {
  /// Where a value is missing.
  struct Gap {
    var fault: Dimension.Fault
    var x: Double
    var style: SeriesStyle
  }

  private(set) var counts = [Int](repeating: 0, count: Dimension.Fault.allCases.count)
  /// One gap for all that are closer than a marker's width.
  private(set) var gaps: [Gap] = []
  /// How many values lie in no bin, and of how many.
  private(set) var unbinned = (outside: 0, of: 0)
  /// Words that have no place, each once.
  private(set) var lost: [String] = []

  /// Notes a value that has no place, at its abscissa if it has one.
  mutating func note(_ fault: Dimension.Fault, at x: Double?, of style: SeriesStyle) {
    counts[fault.rawValue] += 1
    guard let x, fault != .outside, gaps.count < 200 else { return }
    let isNear = gaps.contains {
      $0.style == style && $0.fault == fault && ($0.x - x).magnitude < 10
    }
    if !isNear { gaps.append(Gap(fault: fault, x: x, style: style)) }
  }

  /// Notes the values that lie in no bin of a ridge or a histogram.
  mutating func note(_ ridge: Ridge) {
    let outside = ridge.outside
    counts[Dimension.Fault.infinite.rawValue] += outside.infinite
    counts[Dimension.Fault.negativelyInfinite.rawValue] += outside.negativelyInfinite
    counts[Dimension.Fault.notANumber.rawValue] += outside.notANumber
    unbinned = (unbinned.outside + outside.finite, unbinned.of + ridge.total)
  }

  /// Notes words that have no place.
  mutating func lose(_ words: String?) {
    if let words, !words.isEmpty, !lost.contains(words) { lost.append(words) }
  }

  /// Notes values that are marked elsewhere.
  mutating func add(_ more: [Int]) {
    for (index, count) in more.enumerated() { counts[index] += count }
  }

  /// Notes what others leave out, but not where.
  mutating func add(_ other: Omissions) {
    add(other.counts)
    unbinned = (unbinned.outside + other.unbinned.outside, unbinned.of + other.unbinned.of)
    for words in other.lost { lose(words) }
  }

  /// A sentence that says what is not drawn; nil if all is.
  func sentence(in vocabulary: Vocabulary) -> String? {
    var parts = Dimension.Fault.allCases.filter { counts[$0.rawValue] > 0 }.map { fault in
      "\(Numeral(counts[fault.rawValue])) \(fault.words(in: vocabulary))"
    }
    if unbinned.outside > 0 {
      parts.append(vocabulary.outsideTheBins(grouped(unbinned.outside), of: grouped(unbinned.of)))
    }
    return parts.isEmpty ? nil : vocabulary.notDrawn(parts)
  }

  /// A sentence that names the words without a place, the first few of them; nil if there are none.
  func lostWords(in vocabulary: Vocabulary) -> String? {
    if lost.isEmpty { return nil }
    let first = lost.prefix(3).map { "“\($0)”" }
    let rest = lost.count - first.count
    return vocabulary.withoutPlace(first + (rest > 0 ? ["… (+ \(rest))"] : []))
  }

  /// The gaps' marks at the edges of the plot, those of several series in rows.
  ///
  /// Triangles point where a value went, crosses stand where there is none.
  func svg(in plot: Box) -> [HTML] {
    var data: [String: String] = [:]
    for gap in gaps {
      data[gap.style.colour, default: ""] += gap.fault.marker(at: place(of: gap, in: plot))
    }
    return data.sorted { $0.key < $1.key }.map { colour, markers in
      "<path class=\"gap \(colour)\" d=\"\(markers)\"/>"
    }
  }

  /// Marks the ground that the marks take.
  func occupy(_ ground: inout Ground, in plot: Box) {
    for gap in gaps {
      let point = place(of: gap, in: plot)
      let box = Box(left: point.x, top: point.y, right: point.x, bottom: point.y).grown(by: 5)
      ground.occupy(box, by: .words)
    }
  }

  private func place(of gap: Gap, in plot: Box) -> Point {
    let row = 9 * Double(gap.style.index % SeriesStyle.count) + 6
    return Point(x: gap.x, y: gap.fault == .infinite ? plot.top + row : plot.bottom - row)
  }
}

extension Dimension.Fault {
  fileprivate func words(in vocabulary: Vocabulary) -> String {
    switch self {
    case .infinite: "× ∞ (▲)"
    case .negativelyInfinite: "× −∞ (▼)"
    case .notANumber: "× NaN (×)"
    case .notPositive: vocabulary.notPositive
    case .outside: vocabulary.beyondTheAxes
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
