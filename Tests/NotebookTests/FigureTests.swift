import Charts
import Notebook
import Records
import Testing

@Suite struct FigureTests {
  @Test func aFigureIsRecordedWithItsSettings() async {
    await #expect(processExitsWith: .success) { try await checkSettings() }
  }

  @Test func figuresHaveTheirOwnIDs() async {
    await #expect(processExitsWith: .success) { try await checkSeveral() }
  }

  @Test func tensorsAreDrawnByTheirValues() {
    let matrix = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(HeatMap(matrix).marks == HeatMap([[1, 2, 3], [4, 5, 6]]).marks)
    #expect(HeatMap(Tensor([1, 2])).marks == HeatMap([[1, 2]]).marks)
    let values: [Float] = [1, 2, 3, 4, 5, 6]
    #expect(HistogramMark(matrix, bins: 3).marks == HistogramMark(values, bins: 3).marks)
    #expect(RidgeMark(matrix, y: 2, bins: 3).marks == RidgeMark(values, y: 2, bins: 3).marks)
  }
}

@MainActor private func checkSettings() throws {
  let records = try recordsWritten {
    figure("decay", alt: "A line falls.", line: 4) {
      for layer in 0..<3 { LineMark(x: layer, y: 1) }
    }
    .title("First").title("Second").caption("Below")
    .xAxis("layer").yAxis("gradient", scale: .log, domain: 1...10)
    .colorAxis("loss", palette: .diverging).equalScale().facets(columns: 0)
  }
  let drawn = try #require(records.figures.first)
  #expect(records.figures.count == 1)
  #expect(drawn.name == "decay" && drawn.caption == "Below")
  #expect(drawn.sweep == nil && drawn.place == CellPlace(cell: 0, line: 3))
  let frame = try #require(drawn.frames.first)
  #expect(frame.alt == "A line falls." && frame.chart.title == "Second")
  #expect(frame.chart.marks.count == 3)
  #expect(frame.chart.xAxis == Axis("layer"))
  #expect(frame.chart.yAxis == Axis("gradient", scale: .log, domain: 1...10))
  #expect(frame.chart.colorAxis == ColorAxis("loss", palette: .diverging))
  #expect(frame.chart.hasEqualScale && frame.chart.facetColumns == 1)
}

@MainActor private func checkSeveral() throws {
  let records = try recordsWritten {
    figure("a", alt: "a") { PointMark(x: 1, y: 1) }
    figure("b", alt: "b") { PointMark(x: 2, y: 2) }.title("B")
  }
  #expect(records.figures.map(\.name) == ["a", "b"])
  #expect(records.figures.map { $0.frames.first?.chart.title } == [nil, "B"])
}
