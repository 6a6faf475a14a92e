import Charts
import Foundation
import Laboratory
import Lessons
import Records
import Testing

struct ExecutionTraceTests {
  let program: Program

  init() throws {
    program = Program(
      try Fixture.lesson(
        Fixture.cells("let a = 1") + "\n`{swift} a`, `{swift} a`\n\n" + Fixture.cells("a")))
  }

  @Test(arguments: [
    ([], 6),
    ([Record.cell(index: 0, outputStart: 0)], 6),
    ([.cell(index: 0, outputStart: 0), .progress(step: 1, of: 2)], 6),
    ([.cell(index: 0, outputStart: 0), .value(index: 0, text: "")], 10),
    ([.value(index: 1, text: "")], 12),
    ([.nothing(index: 1)], 12),
    ([.cell(index: 1, outputStart: 0)], 12),
  ])
  func theRunningStepIsTheCellOrAfterTheValue(records: [Record], line: Int) {
    let step = ExecutionTrace(records, of: program).runningStep
    let fenceLine =
      switch step {
      case .cell(let cell): cell.fenceLine
      case .value(let value): value.line
      case nil: 0
      }
    #expect(fenceLine == line)
  }

  @Test func theFirstStepOutOfOrderIsFound() {
    let marks: [Record] = [
      .cell(index: 0, outputStart: 0), .value(index: 0, text: ""), .value(index: 1, text: ""),
      .cell(index: 1, outputStart: 0),
    ]
    #expect(ExecutionTrace(marks, of: program).firstStepOutOfOrder == nil)
    for index in marks.indices {
      var fewer = marks
      fewer.remove(at: index)
      #expect(ExecutionTrace(fewer, of: program).firstStepOutOfOrder == program.steps[index])
    }
    #expect(ExecutionTrace(marks + marks, of: program).firstStepOutOfOrder == program.steps.last)
  }

  @Test func onlyTheEndRecordIsTheEnd() {
    let end = Record.end(engine: "")
    #expect(ExecutionTrace([.cell(index: 0, outputStart: 0), end], of: program).hasEnded)
    #expect(!ExecutionTrace([.cell(index: 0, outputStart: 0)], of: program).hasEnded)
    #expect(!ExecutionTrace([], of: program).hasEnded)
  }

  @Test func outputBelongsToCellsAndProgressIsDropped() {
    let raw: [Record] = [
      .cell(index: 0, outputStart: 0), .progress(step: 1, of: 1), .cell(index: 1, outputStart: 3),
      .cell(index: 2, outputStart: 3), .end(engine: ""),
    ]
    #expect(
      ExecutionTrace(raw, of: program).finalRecords(output: Data("é\nb".utf8)) == [
        .cell(index: 0, outputStart: 0), .output(cell: 0, text: "é\n"),
        .cell(index: 1, outputStart: 3), .cell(index: 2, outputStart: 3),
        .output(cell: 2, text: "b"), .end(engine: ""),
      ])
  }

  @Test func truncatedOutputBelongsToEarlierCells() {
    let raw: [Record] = [.cell(index: 0, outputStart: 0), .cell(index: 1, outputStart: 9)]
    #expect(
      ExecutionTrace(raw, of: program).finalRecords(output: Data("ab".utf8)) == [
        raw[0], .output(cell: 0, text: "ab"), raw[1],
      ])
  }

  @Test func aNilValueIsAStepToo() {
    let marks: [Record] = [
      .cell(index: 0, outputStart: 0), .nothing(index: 0), .nothing(index: 1),
      .cell(index: 1, outputStart: 0),
    ]
    #expect(ExecutionTrace(marks, of: program).firstStepOutOfOrder == nil)
    #expect(ExecutionTrace(marks, of: program).finalRecords(output: Data()) == marks)
  }

  @Test func onlyTheLastVersionOfAFigureRemains() {
    func figure(_ name: String, _ caption: String?) -> Figure {
      Figure(
        name: name, alt: "", caption: caption, chart: Chart(marks: []),
        place: CellPlace(cell: 0, line: 0))
    }
    func table(_ caption: String?) -> Record {
      let place = CellPlace(cell: 0, line: 0)
      return .table(
        id: 3, ResultTable(name: "t", columns: [], rows: [], caption: caption, place: place))
    }
    let raw: [Record] = [
      .figure(id: 1, figure("a", nil)), table(nil), .figure(id: 2, figure("b", nil)),
      .figure(id: 1, figure("a", "late")), table("late"),
    ]
    #expect(
      ExecutionTrace(raw, of: program).finalRecords(output: Data()) == [
        .figure(id: 1, figure("a", "late")), table("late"), .figure(id: 2, figure("b", nil)),
      ])
  }
}
