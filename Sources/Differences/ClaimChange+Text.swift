internal import Charts
internal import Records

extension ClaimChange {
  /// The verdict, phrased to follow the claim's name.
  var verdictText: String {
    switch verdict {
    case .fails where from?.holds == false: " still fails"
    case .fails where from == nil: " is new and fails"
    case .fails: " fails"
    case .holds: " holds again"
    case .near: " is near its bound"
    case .moved: ""
    }
  }

  /// The style of the verdict; nil for a claim that only moved.
  var style: Style? {
    switch verdict {
    case .fails: .failure
    case .holds: .success
    case .near: .warning
    case .moved: nil
    }
  }

  /// The measured numbers or truths, before and now.
  var measuredText: String {
    guard let from else { return to.measuredText }
    if let numberChange { return numberChange.text }
    return isMeasurementEqual
      ? to.measuredText : "\(from.measuredText) → \(to.measuredText)"
  }

  /// The change of measurement and demand, such as `0.25 → 0.2 (−0.05, −20%)`; nil for a new claim.
  public var changeText: String? {
    guard let from else { return nil }
    let measured = isMeasurementEqual ? nil : measuredText
    let demanded = from.demand == to.demand ? nil : "the demand was \(from.demandText)"
    return [measured, demanded].compactMap(\.self).joined(separator: ", ")
  }

  private var isMeasurementEqual: Bool {
    numberChange == nil && from?.measuredText == to.measuredText
  }

  /// The demand, and how much of it is left; nil if the claim holds as before, far from its bound.
  var demandText: String? {
    let former = from.flatMap { $0.demand == to.demand ? nil : $0.demandText }
    let before = former.map { ", before \($0)" } ?? ""
    switch verdict {
    case .moved where former == nil: return nil
    case .near: return "demanded \(to.demandText)\(before); \(remainingText)"
    case .fails, .holds, .moved: return "demanded \(to.demandText)\(before)"
    }
  }

  private var remainingText: String {
    if case .count = to.demand {
      return to.margin?.remaining == 0
        ? "no further run may fail" : "\(Int(to.margin?.remaining ?? 0)) more may fail"
    }
    guard let remainingShare else { return "nothing is left" }
    let share = remainingShare == 0 ? "nothing" : "\(Numeral(100 * remainingShare, upTo: 2))%"
    return switch to.demand {
    case .atMost, .atLeast:
      to.margin?.allowed == nil
        ? "\(share) of the previous distance is left" : "\(share) of the bound is left"
    default: "\(share) of the tolerance is left"
    }
  }
}
