import Charts
import Records
import Testing

@Suite struct FigureTests {
  static let place = CellPlace(cell: 0, line: 0)

  private func frame(_ value: Int, _ y: Double) -> Frame {
    Frame(value: value, alt: "a", chart: Chart { PointMark(x: 1, y: y) }, place: Self.place)
  }

  @Test func singleFiguresHaveTheDataOfTheirChart() {
    let chart = Chart { PointMark(x: 1, y: 2) }
    let figure = Figure(name: "f", alt: "a", chart: chart, place: Self.place)
    #expect(figure.data == DataTable(of: chart))
  }

  @Test func sweepsHaveTheirValuesInTheFirstColumn() {
    let sweep = Sweep("depth", over: [.number(5), .number(7)])
    let figure = Figure(
      name: "f", sweep: sweep, frames: [frame(0, 2), frame(1, 3), frame(9, 4)], place: Self.place)
    #expect(figure.data.header == ["depth", "x", "y"])
    #expect(
      figure.data.rows == [
        [.number(5), .number(1), .number(2)], [.number(7), .number(1), .number(3)],
        [.category(""), .number(1), .number(4)],
      ])
  }

  @Test func onlyFiguresAndTablesHaveAnID() {
    let figure = Figure(name: "f", alt: "a", chart: Chart(), place: Self.place)
    let table = ResultTable(name: "t", columns: [], rows: [], place: Self.place)
    #expect(Record.figure(id: 1, figure).with(id: 2) == .figure(id: 2, figure))
    #expect(Record.table(id: 1, table).with(id: 2).id == 2)
    #expect(Record.progress(step: 1, of: 2).id == nil)
    #expect(Record.progress(step: 1, of: 2).with(id: 3) == .progress(step: 1, of: 2))
  }
}
