import Charts
import Testing

@Suite struct DataTableFramesTests {
  @Test func framesShareCommonColumns() {
    let first = Chart(xAxis: Axis("layer")) {
      PointMark(x: 0, y: 1, series: "a")
      PointMark(x: 0, y: 2, series: "b")
    }
    let second = Chart(xAxis: Axis("layer")) {
      PointMark(x: 0, y: 3, series: "b")
      PointMark(x: 1, y: 4, series: "c")
    }
    let table = DataTable(of: [(.number(5), first), (.category("x"), second)], varying: "depth")
    #expect(table.header == ["depth", "layer", "a", "b", "c"])
    #expect(
      table.rows == [
        [.number(5), .number(0), .number(1), .number(2), nil],
        [.category("x"), .number(0), nil, .number(3), nil],
        [.category("x"), .number(1), nil, nil, .number(4)],
      ])
  }

  @Test func noFramesGiveOnlyAHeader() {
    let table = DataTable(of: [], varying: "depth")
    #expect(table.header == ["depth", "x"])
    #expect(table.rows == [])
  }
}
