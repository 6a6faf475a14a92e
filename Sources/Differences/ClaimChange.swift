public import Records

/// A claim that is new and fails, or whose measurement, demand or verdict differs.
public struct ClaimChange: Sendable {
  /// How the claim changed.
  public enum Verdict: String, Sendable {
    /// It does not hold.
    case fails
    /// It failed before and holds now.
    case holds
    /// It holds and came closer to its bound, with at most a fifth of its margin left.
    case near
    /// It holds as before, with another measurement or demand.
    case moved
  }

  /// The claim before; nil if it is new.
  public let from: Claim?
  /// The claim now.
  public let to: Claim
  /// How the claim changed.
  public let verdict: Verdict

  /// Compares a claim in two builds; nil if nothing differs.
  ///
  /// A new claim is a change only if it fails.
  public init?(from: Claim?, to: Claim) {
    self.from = from
    self.to = to
    if let from, isSame(from, to) { return nil }
    if !to.holds {
      verdict = .fails
    } else if let from {
      verdict = !from.holds ? .holds : cameNear(from, to) ? .near : .moved
    } else {
      return nil
    }
  }

  /// The change of the number that decides the claim; nil if there is none or it is the same.
  public var numberChange: NumberChange? {
    guard let old = from?.deciding, let new = to.deciding else { return nil }
    return NumberChange(from: old, to: new)
  }

  /// The remaining share of the claim's margin; nil if it has none.
  public var remainingShare: Double? { to.margin?.share(since: from?.margin) }
}

private func isSame(_ old: Claim, _ new: Claim) -> Bool {
  old.demand == new.demand && old.holds == new.holds
    && bounds(of: old).elementsEqual(bounds(of: new)) { NumberChange(from: $0, to: $1) == nil }
    && old.measuredText == new.measuredText
}

/// The numbers of a claim that its text shows.
private func bounds(of claim: Claim) -> [Double] {
  guard case .numbers(let numbers) = claim.measured else { return [] }
  return [claim.deciding, numbers.min(), numbers.max()].compactMap(\.self)
}

private func cameNear(_ old: Claim, _ new: Claim) -> Bool {
  guard let margin = new.margin, let share = margin.share(since: old.margin), share <= 0.2 else {
    return false
  }
  guard let former = old.margin?.share(since: old.margin) else { return true }
  return share < former
}
