import Notebook
import Testing

@Suite struct InlineTextTests {
  @Test(
    arguments: [
      (0.25, "0.25"), (Float(0.1), "0.1"), (-13_781, "−13,781"), (true, "true"), ("s", "s"),
      (9.5367431640625e-7, "9.54 × 10⁻⁷"), (Double?.some(2), "2"), (Double??.some(2), "2"),
      ([1.0, 0.5], "1, 0.5"), ([Double?.some(1), 2], "1, 2"), ([1, 2, 3].suffix(2), "2, 3"),
      (["a", "b"], "a, b"), ([[1, 2], [3]], "1, 2, 3"), ((1, "a"), "(1, \"a\")"), ("", ""),
    ] as [(any Sendable, String)])
  func valuesAreFormattedForProse(_ value: any Sendable, _ expected: String) {
    #expect(inlineText(for: value) == expected)
  }

  @Test(
    arguments: [
      Double?.none, [Double](), [1, nil] as [Double?], [[1], []] as [[Int]], Int??.some(nil),
    ] as [any Sendable])
  func nilAndEmptyListsHaveNoText(_ value: any Sendable) {
    #expect(inlineText(for: value) == nil)
  }
}
