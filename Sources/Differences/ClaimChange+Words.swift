internal import Charts
internal import Records

extension ClaimChange {
  /// What has become of it, to stand after its name.
  var verdictWords: String {
    switch verdict {
    case .fails where from?.holds == false: " still fails"
    case .fails where from == nil: " is new and fails"
    case .fails: " fails"
    case .holds: " holds again"
    case .near: " is near its bound"
    case .moved: ""
    }
  }

  var style: Style? {
    switch verdict {
    case .fails: .bad
    case .holds: .good
    case .near: .doubtful
    case .moved: nil
    }
  }

  /// What was measured, before and now.
  var measuredWords: String {
    guard let from else { return to.measuredWords }
    if let movement { return movement.words }
    return isMeasuredTheSame
      ? to.measuredWords : "\(from.measuredWords) → \(to.measuredWords)"
  }

  /// What became of it: `0.25 → 0.2 (−0.05, −20%)`, or which other demand it had; nil if it is new.
  public var wordsSince: String? {
    guard let from else { return nil }
    let measured = isMeasuredTheSame ? nil : measuredWords
    let demanded = from.demand == to.demand ? nil : "the demand was \(from.demandWords)"
    return [measured, demanded].compactMap(\.self).joined(separator: ", ")
  }

  private var isMeasuredTheSame: Bool {
    movement == nil && from?.measuredWords == to.measuredWords
  }

  /// What is demanded; nil where the claim holds as it did, with room to spare.
  var demandWords: String? {
    let former = from.flatMap { $0.demand == to.demand ? nil : $0.demandWords }
    let before = former.map { ", before \($0)" } ?? ""
    switch verdict {
    case .moved where former == nil: return nil
    case .near: return "demanded \(to.demandWords)\(before); \(leftWords)"
    case .fails, .holds, .moved: return "demanded \(to.demandWords)\(before)"
    }
  }

  private var leftWords: String {
    if case .count = to.demand {
      return to.margin?.left == 0
        ? "no run more may fail" : "\(Int(to.margin?.left ?? 0)) more may fail"
    }
    guard let left else { return "nothing is left" }
    let share = left == 0 ? "nothing" : "\(Numeral(100 * left, upTo: 2))%"
    return switch to.demand {
    case .atMost, .atLeast:
      to.margin?.whole == nil
        ? "\(share) of the distance before is left" : "\(share) of the bound away from it"
    default: "\(share) of the tolerance is left"
    }
  }
}
