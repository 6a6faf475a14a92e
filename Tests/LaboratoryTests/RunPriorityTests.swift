import Laboratory
import Testing

struct RunPriorityTests {
  @Test func unknownSessionsComeFirstThenTheLongest() {
    #expect(
      RunPriority.order([
        RunPriority(seconds: 1), RunPriority(), RunPriority(seconds: 9), RunPriority(),
        RunPriority(seconds: 2),
      ]) == [1, 3, 2, 4, 0])
  }

  @Test func afterEngineChangesRecentEditsComeFirst() {
    #expect(
      RunPriority.order([
        RunPriority(seconds: 9, edited: 100), RunPriority(seconds: 1, edited: 300),
        RunPriority(seconds: 2, edited: 300), RunPriority(seconds: 5, edited: 200),
        RunPriority(seconds: 20),
      ]) == [2, 1, 3, 0, 4])
  }

  @Test func equalPrioritiesKeepTheirOrder() {
    #expect(
      RunPriority.order(Array(repeating: RunPriority(seconds: 1), count: 5)) == [0, 1, 2, 3, 4])
  }
}
