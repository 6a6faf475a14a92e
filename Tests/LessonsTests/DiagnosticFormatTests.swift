import Foundation
import Lessons
import Testing

@Suite struct DiagnosticFormatTests {
  @Test func jsonHasEveryKeyInOneLine() {
    let place = Place(file: "lessons/a \"b\".md", line: 3, column: 5)
    let error = Diagnostic.error(.claim, place, "it fails\nhere", help: "fix ⟨it⟩")
    #expect(
      error.json == #"""
        {"code":"claim","column":5,"file":"lessons/a \"b\".md","help":"fix ⟨it⟩","line":3,"severity":"error","summary":"it fails\nhere"}
        """#)
    #expect(
      Diagnostic.warning(.link, Place(file: "a.md"), "it leads nowhere").json == #"""
        {"code":"link","column":null,"file":"a.md","help":null,"line":1,"severity":"warning","summary":"it leads nowhere"}
        """#)
  }

  @Test func codesNeverChange() {
    #expect(
      Diagnostic.Code.allCases.map(\.rawValue) == [
        "form", "course", "compile", "run", "limit", "input", "order", "expectation",
        "repetition", "claim", "result", "reference", "formula", "link", "weight", "program",
      ])
  }

  @Test func annotationNamesThePlace() {
    let place = Place(file: "lessons/one.md", line: 3, column: 5)
    #expect(
      Diagnostic.error(.compile, place, "no such thing").annotation
        == "::error file=lessons/one.md,line=3,col=5,title=compile::no such thing")
    #expect(
      Diagnostic.warning(.link, Place(file: "a.md", line: 2), "gone", help: "look").annotation
        == "::warning file=a.md,line=2,title=link::gone%0Ahelp: look")
  }

  /// No text of a lesson starts another command or ends a property.
  @Test(arguments: [
    ("%", "%25"), ("%0A", "%250A"), ("a\nb", "a%0Ab"), ("a\r\nb", "a%0D%0Ab"),
    ("x\n::error::y", "x%0A::error::y"), ("a,b:c", "a,b:c"),
  ])
  func annotationIsOneLine(summary: String, escaped: String) {
    let annotation = Diagnostic.error(Place(file: "a.md"), summary).annotation
    #expect(annotation == "::error file=a.md,line=1,title=form::\(escaped)")
  }

  @Test func fileNameCannotEndItsProperty() {
    #expect(
      Diagnostic.error(Place(file: "a,line=9::b%.md"), "x").annotation
        == "::error file=a%2Cline=9%3A%3Ab%25.md,line=1,title=form::x")
  }
}
