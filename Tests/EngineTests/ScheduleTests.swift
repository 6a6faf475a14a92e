import Engine
import Testing

/// Properties of schedules; `TrainingReferenceTests` compares their numbers with PyTorch's.
@Suite struct ScheduleTests {
  @Test func aScheduleIsAFunctionOfTheStep() {
    let rate = Schedule.oneCycle(0.1, over: 50)
    #expect(rate.rates(50) == (0..<50).reversed().map { rate($0) }.reversed())
  }

  @Test(arguments: [Schedule.linear(0.2, to: 0.05, over: 10), .cosine(0.2, to: 0.05, over: 10)])
  func decaysStartAndEndAtTheirRates(_ rate: Schedule) {
    #expect(rate(0) == 0.2)
    #expect(abs(rate(5) - 0.125) <= 1e-15)
    #expect(rate(10) == 0.05 && rate(1000) == 0.05)
    #expect(zip(rate.rates(11), rate.rates(11).dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func aWarmUpRisesLinearly() {
    let rate = Schedule.linear(0.4, over: 8).afterWarmUp(over: 4)
    let rates = rate.rates(13)
    #expect(rates.prefix(4) == [0.1, 0.2, 0.30000000000000004, 0.4])
    #expect(Array(rates[4...]) == Schedule.linear(0.4, over: 8).rates(9))
  }

  @Test func schedulesCanBeChained() {
    let rate = Schedule.constant(1).then(.constant(0.5).scaled(by: 0.5), after: 3)
    #expect(rate.rates(5) == [1, 1, 1, 0.25, 0.25])
  }

  @Test func stepDecayDropsAfterEachInterval() {
    #expect(Schedule.step(8, every: 2, gamma: 0.5).rates(6) == [8, 8, 4, 4, 2, 2])
  }

  @Test(arguments: [1, 2, 3, 10, 37])
  func oneCycleWorksForEveryLength(_ steps: Int) {
    let rate = Schedule.oneCycle(0.5, over: steps, warmUp: 0.2)
    #expect(rate.rates(steps).allSatisfy { $0 > 0 && $0 <= 0.5 })
    #expect(rate(steps - 1) == rate(steps + 9))
  }

  @Test func theInverseRootIsHalvedByFourTimesTheSteps() {
    let rate = Schedule.inverseSquareRoot(0.6, warmUp: 10)
    #expect(rate(9) == 0.6)
    #expect(abs(rate(39) - 0.3) <= 1e-15 && abs(rate(159) - 0.15) <= 1e-15)
  }

  @Test func anyFunctionIsASchedule() {
    #expect(Schedule { Double($0 * $0) }(3) == 9)
  }
}
