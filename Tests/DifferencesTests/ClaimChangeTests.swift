import Differences
import Records
import Testing

@Suite struct ClaimChangeTests {
  private func change(_ old: Record, _ new: Record) -> ClaimChange? {
    let comparison = Comparison(from: [Sample.results([old])], to: [Sample.results([new])])
    guard case .claim(let claim) = comparison.differences.first?.change else { return nil }
    return claim
  }

  /// For each kind of claim, numbers just inside and just outside the last fifth of the margin.
  @Test(
    arguments: [
      (.equals(value: 10, within: 1), 10.81, true), (.equals(value: 10, within: 1), 10.79, false),
      (.equals(value: 10, within: 1), 9.19, true),
      (.near(value: -100, by: 0.01), -100.81, true), (.near(value: -100, by: 0.01), -99.21, false),
      (.atMost(bound: 10), 8.1, true), (.atMost(bound: 10), 7.9, false),
      (.atMost(bound: -10), -11.9, true), (.atMost(bound: -10), -12.1, false),
      (.atLeast(bound: 10), 11.9, true), (.atLeast(bound: 10), 12.1, false),
      (.between(low: 9, high: 11), 10.81, true), (.between(low: 9, high: 11), 9.19, true),
      (.between(low: 9, high: 11), 10.5, false),
    ] as [(Claim.Demand, Double, Bool)])
  func aClaimIsNearWithinAFifthOfItsMargin(_ demand: Claim.Demand, _ number: Double, isNear: Bool) {
    let middle: Double =
      switch demand {
      case .atMost(let bound): bound - 100
      case .atLeast(let bound): bound + 100
      case .near(let value, _): value
      default: 10
      }
    let change = change(.claim([middle], demand), .claim([number], demand))
    #expect(change?.verdict == (isNear ? .near : .moved))
  }

  @Test func theMarginOfACountIsTheRunsThatMayFail() {
    let four = Claim.Demand.count(atLeast: 4, of: 5)
    let all = [true, true, true, true, true]
    let one = [true, true, true, true, false]
    #expect(change(.claim(all, four), .claim(one, four))?.verdict == .near)
    #expect(change(.claim(one, four), .claim(all, four))?.verdict == .moved)
    let three = Claim.Demand.count(atLeast: 3, of: 5)
    #expect(change(.claim(all, three), .claim(one, three))?.verdict == .moved)
  }

  @Test func aBoundOfZeroUsesThePreviousDistance() {
    let demand = Claim.Demand.atLeast(bound: 0)
    #expect(change(.claim([5], demand), .claim([0.9], demand))?.verdict == .near)
    #expect(change(.claim([5], demand), .claim([1.1], demand))?.verdict == .moved)
    #expect(change(.claim([-1], demand), .claim([1], demand))?.verdict == .holds)
  }

  @Test func aClaimThatMovesAwayFromItsBoundIsNotNear() {
    #expect(change(.claim([0.95]), .claim([0.9]))?.verdict == .moved)
    #expect(change(.claim([0.9]), .claim([0.95]))?.verdict == .near)
  }

  @Test func anExactClaimIsNeverNear() {
    let demand = Claim.Demand.equals(value: 1, within: 0)
    #expect(change(.claim([1], demand), .claim([1], demand)) == nil)
    #expect(change(.claim([0], demand), .claim([1], demand))?.verdict == .holds)
  }

  @Test func theNumberClosestToFailingDecides() {
    let demand = Claim.Demand.between(low: 0, high: 10)
    let change = change(.claim([5, 6], demand), .claim([5, 9.5, 1], demand))
    #expect(change?.verdict == .near)
    #expect(change?.numberChange?.to == 9.5)
    #expect(change?.remainingShare.map { abs($0 - 0.1) < 1e-9 } == true)
  }

  @Test func verdictsChangeInBothDirections() {
    #expect(change(.claim([0.5]), .claim([1.5]))?.verdict == .fails)
    #expect(change(.claim([1.5]), .claim([0.5]))?.verdict == .holds)
    #expect(change(.claim([0.5]), .claim([.nan]))?.verdict == .fails)
    #expect(change(.claim([0.5]), .claim([]))?.verdict == .fails)
    let same = Claim.Demand.holds(words: "w")
    #expect(change(.claim([true], same), .claim([false], same))?.verdict == .fails)
  }

  @Test func aChangedDemandIsAChange() {
    #expect(change(.claim([0.5]), .claim([0.5], .atMost(bound: 2)))?.verdict == .moved)
    #expect(change(.claim([0.5]), .claim([0.5], .atMost(bound: 0.55)))?.verdict == .near)
    #expect(change(.claim([0.5]), .claim([0.5], .atMost(bound: 0.4)))?.verdict == .fails)
  }

  @Test func aFailingClaimShowsItsChange() {
    #expect(change(.claim([0.5]), .claim([1.5]))?.changeText == "0.5 → 1.5 (+1, +200%)")
    #expect(
      change(.claim([0.5]), .claim([0.5], .atMost(bound: 0.1)))?.changeText
        == "the demand was at most 1")
    #expect(
      change(.claim([0.5]), .claim([2], .atMost(bound: 0.1)))?.changeText
        == "0.5 → 2 (+1.5, +300%), the demand was at most 1")
  }
}
