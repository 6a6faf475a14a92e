import Foundation
import Lessons
import Testing

@Suite struct DiagnosticFormsTests {
  @Test func jsonHasEveryKeyInOneLine() {
    let place = Place(file: "lessons/a \"b\".md", line: 3, column: 5)
    let error = Diagnostic.error(.claim, place, "it fails\nhere", help: "mend ⟨it⟩")
    #expect(
      error.json == #"""
        {"code":"claim","column":5,"file":"lessons/a \"b\".md","help":"mend ⟨it⟩","line":3,"severity":"error","summary":"it fails\nhere"}
        """#)
    #expect(
      Diagnostic.warning(.link, Place(file: "a.md"), "it leads nowhere").json == #"""
        {"code":"link","column":null,"file":"a.md","help":null,"line":1,"severity":"warning","summary":"it leads nowhere"}
        """#)
  }

  @Test func codesAreWordsThatNeverChange() {
    #expect(
      Diagnostic.Code.allCases.map(\.rawValue) == [
        "form", "course", "compile", "run", "limit", "input", "order", "expectation",
        "repetition", "claim", "result", "reference", "formula", "link", "weight", "program",
      ])
  }

  @Test func anAnnotationNamesThePlace() {
    let place = Place(file: "lessons/one.md", line: 3, column: 5)
    #expect(
      Diagnostic.error(.compile, place, "no such thing").annotation
        == "::error file=lessons/one.md,line=3,col=5,title=compile::no such thing")
    #expect(
      Diagnostic.warning(.link, Place(file: "a.md", line: 2), "gone", help: "look").annotation
        == "::warning file=a.md,line=2,title=link::gone%0Ahelp: look")
  }

  /// Nothing that a lesson says begins another command, or ends a property.
  @Test(arguments: [
    ("%", "%25"), ("%0A", "%250A"), ("a\nb", "a%0Ab"), ("a\r\nb", "a%0D%0Ab"),
    ("x\n::error::y", "x%0A::error::y"), ("a,b:c", "a,b:c"),
  ])
  func anAnnotationIsOneLine(words: String, escaped: String) {
    let annotation = Diagnostic.error(Place(file: "a.md"), words).annotation
    #expect(annotation == "::error file=a.md,line=1,title=form::\(escaped)")
  }

  @Test func aFileCannotEndItsProperty() {
    #expect(
      Diagnostic.error(Place(file: "a,line=9::b%.md"), "x").annotation
        == "::error file=a%2Cline=9%3A%3Ab%25.md,line=1,title=form::x")
  }
}
