import Notebook
import Records
import Testing

@Suite struct ProgramTests {
  @Test func cellsAndInlineValuesAreRecorded() async {
    await #expect(processExitsWith: .success) { try await checkProgram() }
  }
}

@MainActor private func checkProgram() throws {
  let records = try recordsWritten {
    _cell(1, line: 10)
    claim("first", 1, atLeast: 0, line: 5)
    claim("second", 1, atLeast: 0, line: 12)
    _value(0, 0.5)
    _value(1, Double?.none)
    progress(1, of: 2)
    progress(2, of: 2)
    _end()
  }
  let cells = records.compactMap { record -> Int? in
    guard case .cell(let index, _, _) = record else { return nil }
    return index
  }
  #expect(cells == [0, 1])
  #expect(
    records.claims.map(\.place) == [CellPlace(cell: 0, line: 4), CellPlace(cell: 1, line: 2)])
  #expect(records.contains(.value(index: 0, text: "0.5")))
  #expect(records.contains(.nothing(index: 1)))
  #expect(records.contains(.progress(step: 1, of: 2)))
  #expect(records.last == .end(engine: BLAS.version))
}
