import Lessons
import Pages
import Testing

@Suite struct UncheckedNumbersTests {
  @Test func onlyNumbersThatNothingChecksAreListed() throws {
    let lesson = try sample(
      """
      Ten, 10 and
      `{swift} 20`, [30 words](claim:c) and 3.5%, $40$, `50`.

      ```{swift}
      let x = 60
      ```

      > [!NOTE] In 70
      > years [@glorot2010] it is
      > 1,234 × 10⁻⁷.
      """
    ).lesson
    let found = UncheckedNumbers(lesson).numbers
    #expect(found.map(\.text) == ["10", "3.5%", "70", "1,234 × 10⁻⁷"])
    #expect(found.map(\.place.line) == [5, 6, 12, 14])
  }

  @Test func digitsAtTheEndOfAWordAreSkipped() throws {
    let found = UncheckedNumbers(
      try sample("In float32, LSTM-2 and SHA256 there are 第3层, x=4.").lesson)
    #expect(found.numbers.map(\.text) == ["3", "4"])
  }
}
