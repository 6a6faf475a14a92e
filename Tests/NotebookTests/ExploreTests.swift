import Charts
import Notebook
import Records
import Testing

@Suite struct ExploreTests {
  @Test func everyValueHasAFrame() async {
    await #expect(processExitsWith: .success) { try await checkFrames() }
  }

  @Test func frameTitlesReplaceTheFigureTitle() async {
    await #expect(processExitsWith: .success) { try await checkTitles() }
  }

  @Test func nestedExploreTraps() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      await nestExplore()
    }
    let error = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(error.contains("'explore' cannot be used inside another 'explore'"))
  }

  @Test func frameOutsideExploreTraps() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      await drawSingleFrame()
    }
    let error = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(error.contains("'frame' can be used inside 'explore' only"))
  }
}

@MainActor private func checkFrames() throws {
  let records = try recordsWritten {
    explore("decay", "depth", over: [2, 5], line: 3) { depth in
      frame(alt: "depth \(depth)", line: 4) {
        for layer in 0..<depth { PointMark(x: layer, y: depth) }
      }
    }
    .yAxis("gradient", scale: .log).caption("Below")
  }
  let drawn = try #require(records.figures.first)
  #expect(drawn.sweep == Sweep("depth", over: [.number(2), .number(5)]))
  #expect(drawn.place == CellPlace(cell: 0, line: 2) && drawn.caption == "Below")
  #expect(drawn.frames.map(\.value) == [0, 1])
  #expect(drawn.frames.map(\.alt) == ["depth 2", "depth 5"])
  #expect(drawn.frames.map(\.chart.marks.count) == [2, 5])
  #expect(drawn.frames.allSatisfy { $0.chart.yAxis == Axis("gradient", scale: .log) })
  #expect(drawn.frames.allSatisfy { $0.place == CellPlace(cell: 0, line: 3) })
}

@MainActor private func checkTitles() throws {
  let records = try recordsWritten {
    explore("names", "name", over: ["a", "b"]) { name in
      let drawn = frame(alt: "first") { PointMark(x: 1, y: 1) }
      if name == "a" { drawn.title("own").alt("second") }
    }
    .title("common")
  }
  let frames = records.figures.first?.frames ?? []
  #expect(frames.map(\.chart.title) == ["own", "common"])
  #expect(frames.map(\.alt) == ["second", "first"])
}

@MainActor private func nestExplore() {
  explore("outer", "x", over: [1]) { _ in
    explore("inner", "y", over: [1]) { _ in }
  }
}

@MainActor private func drawSingleFrame() {
  frame(alt: "a") { PointMark(x: 1, y: 1) }
}
