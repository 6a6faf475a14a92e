import Notebook
import Records
import Testing

@Suite struct ClaimsTests {
  @Test func everyFormRecordsItsDemand() async {
    await #expect(processExitsWith: .success) { try await checkDemands() }
  }

  @Test func missingValuesFail() async {
    await #expect(processExitsWith: .success) { try await checkMissingValues() }
  }

  @Test func countsOfRunsAreCompared() async {
    await #expect(processExitsWith: .success) { try await checkCounts() }
  }
}

@MainActor private func checkDemands() throws {
  let claims = try recordsWritten {
    claim("equals", 0.25, equals: 0.25, within: 0.01, line: 3)
    claim("near", [98, 102], equals: 100, relative: 0.02)
    claim("at most", Float(0.5), atMost: 0.4)
    claim("at least", 3, atLeast: 3)
    claim("between", Tensor([1, 2]), between: 1...2)
    claim("holds", holds: false, "the order is preserved")
  }.claims
  let demands: [Claim.Demand] = [
    .equals(value: 0.25, within: 0.01), .near(value: 100, by: 0.02), .atMost(bound: 0.4),
    .atLeast(bound: 3), .between(low: 1, high: 2), .holds(words: "the order is preserved"),
  ]
  #expect(claims.map(\.name) == ["equals", "near", "at most", "at least", "between", "holds"])
  #expect(claims.map(\.demand) == demands)
  #expect(claims.map(\.holds) == [true, true, false, true, true, false])
  #expect(claims.first?.place == CellPlace(cell: 0, line: 2))
  #expect(claims.first?.measured == .numbers([0.25]))
}

@MainActor private func checkMissingValues() throws {
  let claims = try recordsWritten {
    claim("nil", Double?.none, atLeast: 0)
    claim("NaN", Double.nan, atLeast: 0)
    claim("empty", [Double](), atLeast: 0)
    claim("nil among numbers", [1.0, nil], atLeast: 0)
  }.claims
  #expect(claims.count == 4 && claims.allSatisfy { !$0.holds })
}

@MainActor private func checkCounts() throws {
  let claims = try recordsWritten {
    claim("runs", [true, false, true], atLeast: 2, of: 3)
    claim("too few runs", [true, true], atLeast: 2, of: 3)
    claim("count", 2, atLeast: 2, of: 3)
    claim("low count", 1, atLeast: 2, of: 3)
    claim("impossible count", 4, atLeast: 2, of: 3)
    claim("negative count", -1, atLeast: 0, of: 3)
  }.claims
  #expect(claims.map(\.holds) == [true, false, true, false, false, false])
  #expect(claims[2].measured == .truths([true, true, false]))
}
