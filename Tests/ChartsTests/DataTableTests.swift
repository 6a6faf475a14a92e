import Charts
import Testing

@Suite struct DataTableTests {
  @Test("series are columns, and missing values are empty")
  func columns() {
    let table = DataTable(
      of: Chart(xAxis: Axis("step")) {
        for x in [1, 3] { LineMark(x: x, y: x * 10, series: "a") }
        for x in [1, 2] { LineMark(x: x, y: x * 100, series: "b") }
      })
    #expect(table.csv == "step,a,b\r\n1,10,100\r\n2,,200\r\n3,30,\r\n")
  }

  @Test("a series without a name has the axis label as its header")
  func unnamed() {
    let marks = PointMark(x: 1, y: 2).marks
    #expect(DataTable(of: Chart(yAxis: Axis("loss"), marks: marks)).header == ["x", "loss"])
    #expect(DataTable(of: Chart(marks: marks)).header == ["x", "y"])
  }

  @Test("a path keeps its order and its repeated x values")
  func paths() {
    let table = DataTable(
      of: Chart { for (x, y) in [(1, 1), (2, 2), (1, 3)] { LineMark(x: x, y: y) } })
    #expect(table.csv == "x,y\r\n1,1\r\n2,2\r\n1,3\r\n")
  }

  @Test("a band has two columns next to the line of its series")
  func bands() {
    let table = DataTable(
      of: Chart {
        AreaMark(x: 1, yStart: 2, yEnd: 4, series: "tanh")
        LineMark(x: 1, y: 3, series: "tanh")
      })
    #expect(table.csv == "x,tanh from,tanh to,tanh\r\n1,2,4,3\r\n")
  }

  @Test("categories keep their order, and those of horizontal bars are in the first column")
  func categories() {
    let vertical = Chart { for (n, name) in ["z", "a"].enumerated() { BarMark(x: name, y: n) } }
    let horizontal = Chart { for (n, name) in ["z", "a"].enumerated() { BarMark(x: n, y: name) } }
    #expect(DataTable(of: vertical).csv == "x,y\r\nz,0\r\na,1\r\n")
    #expect(DataTable(of: horizontal).csv == ",x\r\nz,0\r\na,1\r\n")
  }

  @Test("NaN and ∞ are values, rules and texts are not")
  func nonFinite() {
    let table = DataTable(
      of: Chart {
        for (x, y) in [(0, Double.nan), (1, .infinity), (2, -.infinity)] { LineMark(x: x, y: y) }
        LineMark(x: Double.nan, y: 1)
        RuleMark(y: 3)
        TextMark("t", x: 1, y: 1)
      })
    #expect(table.csv == "x,y\r\n0,NaN\r\n1,Infinity\r\n2,-Infinity\r\nNaN,1\r\n")
    #expect(table.rows[1].map { $0?.description } == ["1", "∞"])
  }

  @Test("a chart without data has a header and no rows")
  func empty() {
    #expect(DataTable(of: Chart(xAxis: Axis("x"))).csv == "x\r\n")
  }

  @Test(
    "CSV quotes special characters and prints numbers in full precision",
    arguments: [
      ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("two\nlines", "\"two\nlines\""),
      ("cr\r\nlf", "\"cr\r\nlf\""), ("plain", "plain"), ("梯度", "梯度"),
    ])
  func quoting(_ name: String, _ field: String) {
    let table = DataTable(of: Chart { PointMark(x: name, y: 0.1 + 0.2) })
    #expect(table.csv == "x,y\r\n\(field),0.30000000000000004\r\n")
  }

  @Test("a heat map has a column for each of its rows, a ridge a column of counts")
  func rows() {
    let map = DataTable(of: Chart { HeatMap([[1, 2], [3, 4]], y: ["a", "b"]) })
    #expect(map.csv == "x,a,b\r\n1,1,3\r\n2,2,4\r\n")
    let ridge = DataTable(of: Chart { RidgeMark([0.0, 1, 1], y: 5, bins: 2) })
    #expect(ridge.csv == "x,x to,5\r\n0,0.5,1\r\n0.5,1,2\r\n")
  }

  @Test("panels have a column for each of their series")
  func facets() {
    let table = DataTable(
      of: Chart {
        for name in ["f", "g"] {
          Facet(name) { LineMark(x: 1, y: 2, series: "s") }
          Facet(name) { LineMark(x: 1, y: 3) }
        }
      })
    #expect(table.header == ["x", "f: s", "f", "g: s", "g"])
    #expect(table.rows.count == 1)
  }

  @Test("a scheme's edges are rows")
  func schemes() {
    let table = DataTable(
      of: Chart {
        NodeMark("a", column: 0)
        EdgeMark(from: "a", to: "b", value: 0.5)
      })
    #expect(table.csv == "from → to,y\r\na → b,0.5\r\n")
  }

  @Test("an edge without a value has an empty cell, and a unit without an edge has a row")
  func schemesWithoutNumbers() {
    let table = DataTable(
      of: Chart {
        for name in ["a", "b", "c"] { NodeMark(name, column: 0) }
        EdgeMark(from: "a", to: "b")
      })
    #expect(table.csv == "from → to,y\r\na → b,\r\nc,\r\n")
  }

  @Test("an arrow has columns for start and end, a rectangle for its four sides")
  func arrows() {
    let table = DataTable(
      of: Chart(xAxis: Axis("w"), yAxis: Axis("b")) {
        ArrowMark(xStart: 1, yStart: 2, xEnd: 3, yEnd: 4)
        ArrowMark(xStart: 5, yStart: "c", xEnd: 6, yEnd: "c", series: "s")
      })
    #expect(
      table.csv
        == "w,\"b, w to\",b from,b to,\"s, w to\",s from,s to\r\n1,3,2,4,,,\r\n5,,,,6,c,c\r\n")
    let rectangle = Chart { RectangleMark(xStart: 1, xEnd: 2, yStart: 3, yEnd: 4) }
    #expect(DataTable(of: rectangle).csv == "x,\"y, x to\",y from,y to\r\n1,2,3,4\r\n")
  }

  @Test("a histogram has columns for the edges of its bins and for its counts")
  func histograms() {
    let table = DataTable(
      of: Chart(xAxis: Axis("weight"), yAxis: Axis("count")) {
        HistogramMark([-3.6, -3.5, 0.1], bins: 50, over: -4...6, series: "a")
        HistogramMark([0.1], bins: 50, over: -4...6, series: "b")
      })
    #expect(table.header == ["weight", "weight to", "a", "b"])
    #expect(table.rows.count == 50 && table.rows.allSatisfy { $0.allSatisfy { $0 != nil } })
    #expect(table.csv.contains("\r\n-3.6,-3.4,2,0\r\n"))
    #expect(!table.csv.contains("99999") && !table.csv.contains("00000"))
  }

  @Test("the values of all kinds of marks are in the table")
  func complete() {
    let kinds: [(any ChartContent, Int)] = [
      (LineMark(x: 1, y: 2), 2), (PointMark(x: 1, y: 2), 2), (BarMark(x: 1, y: 2), 2),
      (BarMark(x: 2, y: "a"), 2), (BarMark(x: 1, yStart: 2, yEnd: 3), 3),
      (AreaMark(x: 1, yStart: 2, yEnd: 3), 3), (RuleMark(x: 1, yStart: 2, yEnd: 3), 3),
      (PathMark(x: 1, y: 2), 2), (ArrowMark(xStart: 1, yStart: 2, xEnd: 3, yEnd: 4), 4),
      (RectangleMark(xStart: 1, xEnd: 2, yStart: 3, yEnd: 4), 4),
      (RectangleMark(x: 1, y: 2, value: 3), 2), (HeatMap([[1, 2], [3, 4]]), 6),
      (ContourMark([[1, 2], [3, 4]]), 12), (RegionMark([["a", "b"]]), 6),
      (RidgeMark([1.0], y: 1, bins: 2), 6), (HistogramMark([1.0], bins: 2), 6),
      (SpreadMark(x: 1, of: [1, 2]), 4), (BoxMark(x: 1, of: [1, 2]), 7),
      (LayersScheme([2, 1], weights: [[[1, 2]]]), 4),
    ]
    for (content, count) in kinds {
      let table = DataTable(of: Chart(marks: content.marks))
      #expect(table.rows.joined().count { $0 != nil } == count, "\(type(of: content))")
    }
  }

  @Test("a surface has a row for each point with its height")
  func surfaces() {
    let table = DataTable(
      of: Chart(xAxis: Axis("w"), yAxis: Axis("b")) { ContourMark([[1, 2], [3, 4]]) })
    #expect(table.csv == "w,b,value\r\n1,1,1\r\n2,1,2\r\n1,2,3\r\n2,2,4\r\n")
  }
}
