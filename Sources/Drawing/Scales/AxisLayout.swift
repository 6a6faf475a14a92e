import Charts
import Glibc

/// One axis laid out: where values lie and which ticks stand on it.
struct AxisLayout {
  /// A round value and its words.
  struct Tick: Equatable {
    var position: Double
    var text: String
  }

  /// Why a value has no place.
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

  /// What keeps a value from being seen; nil if nothing does.
  func omissionReason(of datum: Datum) -> OmissionReason? {
    guard let number = datum.number else { return nil }
    if number.isNaN { return .notANumber }
    if number.isInfinite { return number < 0 ? .negativelyInfinite : .infinite }
    guard let position = position(of: datum) else { return .notPositive }
    let slack = 0.05
    return min(start, end) - slack...max(start, end) + slack ~= position ? nil : .outside
  }

  /// Zero as the lower end of a logarithmic axis; all other values as they are.
  func raised(_ datum: Datum) -> Datum {
    guard case .numbers(let projection) = kind, projection.scale == .log, datum == .number(0)
    else { return datum }
    return .number(projection.domain.lowerBound)
  }

  /// The middle of bands, for categories.
  var bands: BandScale? {
    guard case .categories(let bands) = kind else { return nil }
    return bands
  }

  /// Where bars begin: at zero, or at the lower end of an axis that has no zero.
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

  /// A row of at most `count` round numbers; categories have no such row.
  func ticks(atMost count: Int, wholeNumbers: Bool) -> [Tick] {
    guard case .numbers(let projection) = kind else { return [] }
    return ticks(at: row(projection, count, wholeNumbers: wholeNumbers), projection)
  }

  /// A row of at most `count` round numbers, whole ones if the data are.
  func ticks(atMost count: Int, of data: AxisData) -> [Tick] {
    let ticks = ticks(atMost: count, wholeNumbers: data.isWhole)
    return ticks.count > 1 || data.isFilled ? ticks : self.ticks(atMost: count, wholeNumbers: false)
  }

  /// Ticks at the ends of the axis, for when no round numbers have room.
  var ends: [Tick] {
    guard case .numbers(let projection) = kind else { return [] }
    return ticks(at: [projection.domain.lowerBound, projection.domain.upperBound], projection)
  }

  /// Ticks at the values of measurements; none if some has so many digits that it is no round
  /// number.
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
  /// The power of ten at or below the least magnitude, but no more than twelve decades below the
  /// greatest: a symmetric scale is linear below it.
  static func threshold(of data: AxisData) -> Double {
    let greatest = max(data.high, -data.low)
    guard greatest > 0, greatest.isFinite, data.smallestMagnitude.isFinite else { return 1 }
    let least = log10(data.smallestMagnitude).rounded(.down)
    return pow(10, max(least, log10(greatest).rounded(.down) - 12))
  }
}
