import Laboratory
import Testing

struct UrgencyTests {
  @Test func theLongestComeFirstAndBeforeThemTheUnknown() {
    #expect(
      Urgency.order([
        Urgency(seconds: 1), Urgency(), Urgency(seconds: 9), Urgency(), Urgency(seconds: 2),
      ]) == [1, 3, 2, 4, 0])
  }

  @Test func afterAChangeOfTheEngineThoseEditedLastComeFirst() {
    #expect(
      Urgency.order([
        Urgency(seconds: 9, edited: 100), Urgency(seconds: 1, edited: 300),
        Urgency(seconds: 2, edited: 300), Urgency(seconds: 5, edited: 200), Urgency(seconds: 20),
      ]) == [2, 1, 3, 0, 4])
  }

  @Test func equalOnesKeepTheirOrder() {
    #expect(Urgency.order(Array(repeating: Urgency(seconds: 1), count: 5)) == [0, 1, 2, 3, 4])
  }
}
