import Lessons
import Testing

@Suite struct DiagnosticTests {
  @Test func printsAsCompilersDo() {
    let place = Place(file: "lessons/03.md", line: 41)
    let diagnostic = Diagnostic.error(
      place, "unknown cell option 'sesion'", help: "did you mean 'session'?")
    #expect(
      "\(diagnostic)" == """
        lessons/03.md:41: error: unknown cell option 'sesion'
        help: did you mean 'session'?
        """)
    #expect(
      "\(Diagnostic.warning(Place(file: "a", line: 2, column: 7), "b"))" == "a:2:7: warning: b")
  }

  @Test func sortedByFileThenPlaceWithoutDuplicates() {
    let one = Diagnostic.error(Place(file: "z.md", line: 9), "one")
    let two = Diagnostic.error(Place(file: "z.md", line: 12), "two")
    let three = Diagnostic.warning(Place(file: "a.md", line: 1), "three")
    #expect([three, two, one, two].sorted(by: ["z.md", "a.md"]) == [one, two, three])
  }

  @Test func onlyErrorsFailTheBuild() {
    let place = Place(file: "a")
    #expect(![Diagnostic.warning(place, "w")].hasErrors)
    #expect([Diagnostic.warning(place, "w"), .error(place, "e")].hasErrors)
  }
}
