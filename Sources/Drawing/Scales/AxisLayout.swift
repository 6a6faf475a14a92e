import Charts
import Glibc

/// An axis in pixels: the positions of values and ticks.
struct AxisLayout {
  /// A round value and its label.
  struct Tick: Equatable {
    var position: Double
    var text: String
  }

  /// The reason why a value is not drawn.
  enum OmissionReason: Int, CaseIterable, Error {
    case infinite
    case negativelyInfinite
    case notANumber
    case notPositive
    case outside
  }

  private enum Kind {
    case numbers(ContinuousScale)
    case categories(BandScale)
  }

  private let kind: Kind
  let start: Double
  let end: Double

  init(
    _ data: AxisData, _ axis: Axis, domain: ClosedRange<Double>, from start: Double, to end: Double
  ) {
    self.start = start
    self.end = end
    kind =
      data.isCategorical
      ? .categories(BandScale(data.names, from: start, to: end))
      : .numbers(
        ContinuousScale(
          axis.scale, domain: domain, range: (start, end), threshold: Self.threshold(of: data)))
  }

  /// The position of a value, even outside the axis; nil if it has none.
  func position(of datum: Datum) -> Double? {
    switch (kind, datum) {
    case (.numbers(let projection), .number(let number)): projection(number)
    case (.categories(let bands), .category(let name)): bands(name)
    case (.categories(let bands), .number(let number)): bands(Numeral(number).description)
    case (.numbers, .category): nil
    }
  }

  /// The reason why a value is not visible; nil if it is.
  func omissionReason(of datum: Datum) -> OmissionReason? {
    guard let number = datum.number else { return nil }
    if number.isNaN { return .notANumber }
    if number.isInfinite { return number < 0 ? .negativelyInfinite : .infinite }
    guard let position = position(of: datum) else { return .notPositive }
    let slack = 0.05
    return min(start, end) - slack...max(start, end) + slack ~= position ? nil : .outside
  }

  /// Replaces zero by the lower end of a logarithmic axis; returns all other values unchanged.
  func raised(_ datum: Datum) -> Datum {
    guard case .numbers(let projection) = kind, projection.scale == .log, datum == .number(0)
    else { return datum }
    return .number(projection.domain.lowerBound)
  }

  /// The bands of a categorical axis; nil for numbers.
  var bands: BandScale? {
    guard case .categories(let bands) = kind else { return nil }
    return bands
  }

  /// Where bars begin: at zero, or at the lower end of an axis that does not include zero.
  var base: Double {
    guard case .numbers(let projection) = kind else { return start }
    return min(max(projection(0) ?? start, min(start, end)), max(start, end))
  }

  /// The position of zero if it lies strictly inside the axis.
  var zero: Double? {
    guard case .numbers(let projection) = kind, projection.scale != .log,
      projection.domain.lowerBound < 0, projection.domain.upperBound > 0
    else { return nil }
    return projection(0)
  }

  /// At most `count` ticks at round numbers; empty for categories.
  func ticks(atMost count: Int, wholeNumbers: Bool) -> [Tick] {
    guard case .numbers(let projection) = kind else { return [] }
    return ticks(at: row(projection, count, wholeNumbers: wholeNumbers), projection)
  }

  /// At most `count` ticks at round numbers, which are whole if the data are.
  func ticks(atMost count: Int, of data: AxisData) -> [Tick] {
    let ticks = ticks(atMost: count, wholeNumbers: data.isWhole)
    return ticks.count > 1 || data.isFilled ? ticks : self.ticks(atMost: count, wholeNumbers: false)
  }

  /// Ticks at the ends of the axis, used if no round numbers fit.
  var ends: [Tick] {
    guard case .numbers(let projection) = kind else { return [] }
    return ticks(at: [projection.domain.lowerBound, projection.domain.upperBound], projection)
  }

  /// Ticks at measured values; empty if one of them has too many digits.
  func ticks(at measured: Set<Double>) -> [Tick] {
    guard case .numbers(let projection) = kind else { return [] }
    let values = measured.filter { omissionReason(of: .number($0)) == nil }.sorted()
    let areRound = values.allSatisfy { value in
      value == value.rounded() && value.magnitude < 1e6
        || Ticks.hasSignificantDigits(value, atMost: 3)
    }
    return areRound ? ticks(at: values, projection) : []
  }

  private func ticks(at values: [Double], _ projection: ContinuousScale) -> [Tick] {
    zip(values, text(values, projection.scale)).compactMap { value, text in
      projection(value).map { Tick(position: $0, text: text) }
    }
  }

  private func row(_ projection: ContinuousScale, _ count: Int, wholeNumbers: Bool) -> [Double] {
    let domain = projection.domain
    return switch projection.scale {
    case .linear: Ticks.linear(over: domain, atMost: count, wholeNumbers: wholeNumbers)
    case .log: Ticks.log(over: domain, atMost: count)
    case .symmetricLog:
      Ticks.symmetricLog(over: domain, threshold: projection.threshold, atMost: count)
    }
  }

  private func text(_ ticks: [Double], _ scale: Scale) -> [String] {
    switch scale {
    case .linear: TickFormatter.linear(ticks)
    case .log: TickFormatter.log(ticks)
    case .symmetricLog: TickFormatter.symmetricLog(ticks)
    }
  }
}

extension AxisLayout {
  /// The largest value below which a symmetric logarithmic scale is linear: the power of ten at or
  /// below the smallest magnitude, but at most twelve decades below the largest one.
  static func threshold(of data: AxisData) -> Double {
    let largest = max(data.high, -data.low)
    guard largest > 0, largest.isFinite, data.smallestMagnitude.isFinite else { return 1 }
    let least = log10(data.smallestMagnitude).rounded(.down)
    return pow(10, max(least, log10(largest).rounded(.down) - 12))
  }
}
