import Charts
import Foundation
import Records
import Testing

@Suite struct WireTests {
  static let place = CellPlace(cell: 2, line: 5)

  static let records: [Record] = [
    .cell(index: 0, outputStart: 17),
    .output(cell: 0, text: "two\nlines \u{1F600} \"quoted\"\\"),
    .value(index: 3, text: "9.54 × 10⁻⁷"),
    .claim(
      Claim(
        name: "peak",
        measured: .numbers([0.1, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude]),
        demand: .equals(value: 0.25, within: 1e-6), place: place)),
    .claim(
      Claim(
        name: "trains", measured: .truths([true, false]), demand: .count(atLeast: 1, of: 2),
        place: place)),
    .figure(
      id: 1,
      Figure(
        name: "decay", alt: "a < b", caption: nil,
        chart: Chart(title: "T", yAxis: Axis("y", scale: .log)) {
          LineMark(x: 1, y: Double.nan, series: "s")
          LineMark(x: 2, y: Double.infinity)
          PointMark(x: "category", y: -Double.infinity)
          HeatMap([[1, .nan], [.infinity, 2]], y: ["a", "b"])
          ContourMark(x: 0...1, y: 0...1, levels: [0.5], columns: 2, rows: 2) { $0 / $1 }
          RegionMark([["in", "out"]])
          RidgeMark([1.0, .nan, 2], y: "layer", bins: 2)
          BoxMark(x: 1, of: [Double.nan])
          HistogramMark([Double](), bins: 1)
          ArrowMark(xStart: 0, yStart: Double.nan, xEnd: 1, yEnd: 1).facet(by: "f")
          PathMark([(x: 1, y: .infinity)])
          NodeMark("a", column: .infinity)
          EdgeMark(from: "a", to: "b", value: .nan)
        },
        place: place)),
    .figure(
      id: 2,
      Figure(
        name: "sweep", sweep: Sweep("depth", over: [.number(.infinity), .category("b")]),
        frames: [Frame(value: 1, alt: "a", chart: Chart(), place: place)], place: place)),
    .table(
      id: 3,
      ResultTable(
        name: "t", columns: ["a", "b"],
        rows: [
          ResultTable.Row(
            [.number(.infinity), .whole(.max), .truth(true), .text("\n"), .nothing], place: place)
        ], place: place)),
    .nothing(index: 4),
    .failure(
      CellFailure(
        cell: 1, messages: [CellFailure.Message("error: é", at: place), CellFailure.Message("n")])),
    .progress(step: 1, of: 2),
    .end(engine: "OpenBLAS"),
  ]

  @Test(arguments: records) func everyRecordRoundTrips(_ record: Record) throws {
    let line = Wire.line(record)
    #expect(line.last == UInt8(ascii: "\n"))
    #expect(line.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(try Wire.records(in: line) == [record])
  }

  @Test func incompleteLinesAreIgnored() throws {
    let whole = Wire.line(Self.records[0])
    #expect(
      try Wire.records(in: whole + Wire.line(Self.records[1]).dropLast(3)) == [Self.records[0]])
  }

  @Test func invalidLinesAreErrors() {
    #expect(throws: (any Error).self) { try Wire.records(in: Data("{}\n".utf8)) }
  }

  @Test func encodingIsDeterministic() {
    for record in Self.records { #expect(Wire.line(record) == Wire.line(record)) }
  }
}
