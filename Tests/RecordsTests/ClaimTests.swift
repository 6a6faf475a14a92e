import Records
import Testing

@Suite struct ClaimTests {
  private func holds(_ demand: Claim.Demand, _ numbers: [Double]) -> Bool {
    Claim(
      name: "c", measured: .numbers(numbers), demand: demand, place: CellPlace(cell: 0, line: 0)
    )
    .holds
  }

  private func holds(_ demand: Claim.Demand, _ truths: [Bool]) -> Bool {
    Claim(name: "c", measured: .truths(truths), demand: demand, place: CellPlace(cell: 0, line: 0))
      .holds
  }

  static let numeric: [Claim.Demand] = [
    .equals(value: 0, within: 1), .near(value: 1, by: 9), .atMost(bound: .infinity),
    .atLeast(bound: -.infinity), .between(low: -.infinity, high: .infinity),
  ]

  @Test func equalsIncludesBothEnds() {
    #expect(holds(.equals(value: 1, within: 0.5), [0.5, 1, 1.5]))
    #expect(!holds(.equals(value: 1, within: 0.5), [1.5000001]))
    #expect(!holds(.equals(value: 1, within: 0.5), [0.4999999]))
  }

  @Test func nearIsRelativeToTheMagnitude() {
    #expect(holds(.near(value: -200, by: 0.01), [-198, -202]))
    #expect(!holds(.near(value: -200, by: 0.01), [-197.9]))
  }

  @Test func boundsIncludeThemselves() {
    #expect(holds(.atMost(bound: 2), [2]) && !holds(.atMost(bound: 2), [2.1]))
    #expect(holds(.atLeast(bound: 2), [2]) && !holds(.atLeast(bound: 2), [1.9]))
    #expect(holds(.between(low: 1, high: 2), [1, 2]))
    #expect(!holds(.between(low: 1, high: 2), [0.9]))
    #expect(!holds(.between(low: 1, high: 2), [2.1]))
  }

  @Test(arguments: numeric) func everyValueMustMeetTheDemand(_ demand: Claim.Demand) {
    #expect(holds(demand, [0.5, 1]))
  }

  @Test(arguments: numeric) func emptyMeasurementsAndNaNNeverHold(_ demand: Claim.Demand) {
    #expect(!holds(demand, [Double]()))
    #expect(!holds(demand, [0, .nan]))
  }

  @Test func countsNeedAllRuns() {
    let demand = Claim.Demand.count(atLeast: 2, of: 3)
    #expect(holds(demand, [true, true, false]))
    #expect(!holds(demand, [true, false, false]))
    #expect(!holds(demand, [true, true]))
  }

  @Test func conditionsHoldIfAllDo() {
    #expect(holds(.holds(words: "w"), [true]))
    #expect(!holds(.holds(words: "w"), [false]))
    #expect(!holds(.holds(words: "w"), [Bool]()))
  }

  @Test func numbersAndTruthsAreDifferent() {
    #expect(!holds(.atLeast(bound: 0), [true]))
    #expect(!holds(.count(atLeast: 0, of: 1), [1.0]))
  }

  @Test(
    arguments: [
      (.numbers([0.25]), "0.25"), (.numbers([]), "nothing"), (.numbers([1, 2, 3]), "1 to 3"),
      (.numbers([1, .nan]), "NaN"), (.numbers([0.253906]), "0.253906"),
      (.numbers([9.5367431640625e-7]), "9.53674 × 10⁻⁷"), (.truths([true]), "so"),
      (.truths([false]), "not so"), (.truths([true, false, true]), "2 of 3"),
    ] as [(Claim.Measurement, String)])
  func describesTheMeasurement(_ measured: Claim.Measurement, _ words: String) {
    let claim = Claim(
      name: "c", measured: measured, demand: .atMost(bound: 0), place: CellPlace(cell: 0, line: 0))
    #expect(claim.measuredText == words)
  }

  @Test(
    arguments: [
      (.equals(value: 0.25, within: 1e-6), "0.25 within 10⁻⁶"),
      (.near(value: 13_781, by: 0.01), "13,781 within 1%"),
      (.atMost(bound: -1), "at most −1"), (.atLeast(bound: 0.5), "at least 0.5"),
      (.between(low: 1, high: 2), "between 1 and 2"),
      (.count(atLeast: 4, of: 5), "at least 4 of 5"),
      (.holds(words: "the order is kept"), "the order is kept"),
    ] as [(Claim.Demand, String)])
  func describesTheDemand(_ demand: Claim.Demand, _ words: String) {
    let claim = Claim(
      name: "c", measured: .numbers([]), demand: demand, place: CellPlace(cell: 0, line: 0))
    #expect(claim.demandText == words)
  }
}
