import Laboratory
import Lessons
import Testing

struct SourceMapTests {
  let map: SourceMap

  init() throws {
    let lesson = try Fixture.lesson(
      """
      - In a list

        ```{swift}
        let ü = "é" + 1
        let b = 2
        ```

      Then `{swift} b`.
      """)
    map = SourceMap(Program(lesson))
  }

  @Test(arguments: [(1, 3), (5, 7), (7, 8), (11, 12), (14, 14)])
  func columnsAreThoseOfTheLessonInCharacters(byte: Int, column: Int) {
    // let ü = "é" + 1: 'ü' is bytes 5 and 6, 'é' bytes 11 and 12.
    #expect(map.place(line: 9, column: byte).column == column)
  }

  @Test func aLineBeyondTheEndIsTheLastLine() {
    #expect(map.place(line: 11, column: 1) == Place(file: "lessons/t.md", line: 10))
  }

  @Test func valuesHaveNoColumn() {
    #expect(map.place(line: 13, column: 11) == Place(file: "lessons/t.md", line: 13))
  }

  @Test func aLineWithoutAColumnHasNone() {
    #expect(map.place(line: 9) == Place(file: "lessons/t.md", line: 9))
  }

  @Test func aFootnoteAboveACellDoesNotMoveIt() throws {
    let lesson = try Fixture.lesson(
      "See[^1].\n\n[^1]: Of `{swift} a`.\n\n" + Fixture.cells("let a = 1\nlet b = a"))
    let program = Program(lesson)
    #expect(program.steps.map(\.line) == [10, 8])
    #expect(
      SourceMap(program).place(line: 12, column: 5)
        == Place(file: "lessons/t.md", line: 12, column: 5))
    #expect(SourceMap(program).place(line: 8) == Place(file: "lessons/t.md", line: 8))
  }
}
