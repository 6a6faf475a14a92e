import Laboratory
import Lessons
import Testing

struct ProgramTests {
  let body = """
    ```{swift}
    let a = 1
    ```
    It is `{swift} a`, and `{swift other} b`.

    ```{swift}
    //| session: other
    let b = 2
    ```
    """

  @Test func aProgramHasTheStepsOfItsSession() throws {
    let program = Program(try Fixture.lesson(body, file: "lessons/a \"b\".md", setting: "seed: 7"))
    #expect(
      program.source == #"""
        import Foundation

        let seed = 7

        import Notebook
        _cell(0, line: 7)
        #sourceLocation(file: "lessons/a %22b%22.md", line: 7)
        let a = 1
        #sourceLocation()

        import Notebook
        #sourceLocation(file: "lessons/a %22b%22.md", line: 9)
        _value(0, a)
        #sourceLocation()

        import Notebook
        _end()

        """#)
  }

  @Test func eachSessionIsAProgram() throws {
    let lesson = try Fixture.lesson(body)
    let codes = Program(lesson, session: "other").steps.map { step in
      switch step {
      case .cell(let cell): cell.code
      case .value(let value): value.code
      }
    }
    #expect(codes == ["b", "let b = 2"])
    #expect(Program(lesson, session: "none").steps == [])
  }

  @Test func theSourceWithoutLocationsIgnoresProse() throws {
    let here = Program(try Fixture.lesson(body))
    let lower = Program(try Fixture.lesson("Prose.\n\n" + body, file: "moved.md"))
    #expect(here.sourceWithoutLocations == lower.sourceWithoutLocations)
    #expect(here.source != lower.source)
    #expect(here.sourceWithoutLocations.contains("_cell(0)\nlet a = 1\n"))
    #expect(here.sourceWithoutLocations.contains("_value(0, a)\n"))
  }

  @Test(arguments: [("let a = 1", "let a = 2"), ("{swift} a", "{swift} a + 1")])
  func theSourceWithoutLocationsHasTheCode(old: String, new: String) throws {
    let changed = Program(try Fixture.lesson(body.replacing(old, with: new)))
    #expect(
      changed.sourceWithoutLocations != Program(try Fixture.lesson(body)).sourceWithoutLocations)
  }

  @Test func theSourceWithoutLocationsHasTheSeed() throws {
    let changed = Program(try Fixture.lesson(body, setting: "seed: 2"))
    #expect(
      changed.sourceWithoutLocations != Program(try Fixture.lesson(body)).sourceWithoutLocations)
  }

  static let apart = """
    ```{swift}
    let a = 1
    ```
    ```{swift}
    //| error: compile
    let b: String = a

    /* open
    ```
    ```{swift}
    let c = 2
    ```
    """

  @Test func aCellExpectedNotToCompileIsAComment() throws {
    let program = Program(try Fixture.lesson(Self.apart))
    #expect(
      program.sourceWithoutLocations == #"""
        import Foundation

        let seed = 1

        import Notebook
        _cell(0)
        let a = 1

        // Cell 1 must not compile, so it is compiled separately:
        //   let b: String = a
        //   /* open

        import Notebook
        _cell(2)
        let c = 2

        import Notebook
        _end()

        """#)
    #expect(program.steps.count == 2)
  }

  @Test func theCommentHasTheCode() throws {
    let changed = Program(try Fixture.lesson(Self.apart.replacing("b: String", with: "b: Bool")))
    #expect(
      changed.sourceWithoutLocations
        != Program(try Fixture.lesson(Self.apart)).sourceWithoutLocations)
  }
}
