import Notebook
import Records
import Testing

@Suite struct TableTests {
  @Test func aTableIsRecordedWithItsRows() async {
    await #expect(processExitsWith: .success) { try await checkTable() }
  }

  @Test func blocksCanContainLoopsAndConditions() async {
    await #expect(processExitsWith: .success) { try await checkBlock() }
  }
}

@MainActor private func checkTable() throws {
  let records = try recordsWritten {
    table("results", columns: "name", "count", "loss", "learned", line: 2) {
      Row("Adam", 13_781, 0.5, true, line: 3)
      Row("SGD", 7, Float(0.1), Bool?.none, line: 4)
    }
    .caption("Above")
  }
  let made = try #require(records.tables.first)
  #expect(records.tables.count == 1)
  #expect(made.name == "results" && made.caption == "Above")
  #expect(made.columns == ["name", "count", "loss", "learned"])
  #expect(made.place == CellPlace(cell: 0, line: 1))
  #expect(
    made.rows == [
      ResultTable.Row(
        [.text("Adam"), .whole(13_781), .number(0.5), .truth(true)],
        place: CellPlace(cell: 0, line: 2)),
      ResultTable.Row(
        [.text("SGD"), .whole(7), .number(0.1), .nothing], place: CellPlace(cell: 0, line: 3)),
    ])
}

@MainActor private func checkBlock() throws {
  let isLong = [1, 2].count > 1
  let records = try recordsWritten {
    table("t", columns: "n") {
      for n in 0..<3 { Row(n) }
      if isLong { Row(3) }
      if isLong { Row(4) } else { Row(5) }
      [Row(6), Row(7)]
    }
  }
  let entries = records.tables.first?.rows.flatMap(\.entries)
  #expect(entries == [0, 1, 2, 3, 4, 6, 7].map { ResultTable.Entry.whole($0) })
}
