import Lessons
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("sesion", "session"), ("sessoin", "session"), ("lable", "label"), ("TITLE", "title"),
    ("claim", "claims"),
  ])
  func nearestNameIsSuggested(_ word: String, _ near: String) {
    let known = ["label", "session", "title", "claims"]
    #expect(suggestion(for: word, among: known) == "did you mean '\(near)'?")
  }

  @Test func onlyNameWithThePrefixIsSuggested() {
    let known = ["04-depth", "05-width", "05-widths"]
    #expect(suggestion(for: "04", among: known) == "did you mean '04-depth'?")
    #expect(suggestion(for: "05", among: known) == nil)
    #expect(suggestion(for: "", among: ["depth"]) == nil)
  }

  @Test func nothingIsSuggestedIfNoNameIsNear() {
    #expect(suggestion(for: "depth", among: ["label", "session"]) == nil)
    #expect(suggestion(for: "x", among: []) == nil)
  }

  @Test func emptyWordMatchesAOneLetterName() {
    #expect(suggestion(for: "", among: ["a"]) == "did you mean 'a'?")
  }
}
