import Lessons
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("sesion", "session"), ("sessoin", "session"), ("lable", "label"), ("TITLE", "title"),
    ("claim", "claims"),
  ])
  func theNearestNameIsAsked(_ word: String, _ near: String) {
    let known = ["label", "session", "title", "claims"]
    #expect(suggestion(for: word, among: known) == "did you mean '\(near)'?")
  }

  @Test func nothingIsAskedWhereNothingIsNear() {
    #expect(suggestion(for: "depth", among: ["label", "session"]) == nil)
    #expect(suggestion(for: "x", among: []) == nil)
  }

  @Test func emptyWordsAreNoNames() {
    #expect(suggestion(for: "", among: ["a"]) == "did you mean 'a'?")
  }
}
