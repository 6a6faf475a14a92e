public import Records

/// A claim that is no longer what it was.
public struct ClaimChange: Sendable {
  /// What is to be said of it.
  public enum Verdict: String, Sendable {
    /// It does not hold.
    case fails
    /// It holds again.
    case holds
    /// It holds and came near its bound: a fifth of what it allows is left, or less.
    case near
    /// It holds as before, and something else was measured or demanded.
    case moved
  }

  /// As it was; nil if it is new.
  public let from: Claim?
  /// As it is.
  public let to: Claim
  /// What is to be said of it.
  public let verdict: Verdict

  /// A claim as it was and as it is; nil where there is nothing to say.
  ///
  /// Of a new claim there is something to say if it fails.
  public init?(from: Claim?, to: Claim) {
    (self.from, self.to) = (from, to)
    if let from, isSame(from, to) { return nil }
    if !to.holds {
      verdict = .fails
    } else if let from {
      verdict = !from.holds ? .holds : cameNear(from, to) ? .near : .moved
    } else {
      return nil
    }
  }

  /// How the number moved on which the claim stands.
  public var movement: Movement? {
    guard let old = from?.deciding, let new = to.deciding else { return nil }
    return Movement(from: old, to: new)
  }

  /// The share of what the claim allows that is left; nil where it allows nothing or all.
  public var left: Double? { to.margin?.share(since: from?.margin) }
}

private func isSame(_ old: Claim, _ new: Claim) -> Bool {
  old.demand == new.demand && old.holds == new.holds
    && bounds(of: old).elementsEqual(bounds(of: new)) { Movement(from: $0, to: $1) == nil }
    && old.measuredWords == new.measuredWords
}

/// What is shown of a claim's numbers.
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
