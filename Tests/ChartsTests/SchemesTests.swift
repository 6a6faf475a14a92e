import Charts
import Testing

@Suite struct SchemesTests {
  private func edges(_ marks: [Mark]) -> [Edge] {
    marks.compactMap { mark in
      guard case .edge(let edge) = mark.shape else { return nil }
      return edge
    }
  }

  @Test func adjacentLayersAreFullyConnected() {
    let marks = LayersScheme([2, 3, 1]).marks
    #expect(marks.count == 6 + 2 * 3 + 3 * 1)
    #expect(LayersScheme([]).marks.isEmpty)
  }

  @Test func weightsSetTheValueAndSeriesOfEdges() {
    let marks = LayersScheme([1, 2], weights: [[[0.5], [-2]]]).marks
    #expect(edges(marks).map(\.value) == [.number(0.5), .number(-2)])
    #expect(marks.compactMap(\.series) == ["positive", "negative"])
  }

  @Test func residualBlocksMultiplyTheGradient() {
    let identities = edges(ResidualScheme(slopes: [0.5, 0.1]).marks).filter { $0.bend != 0 }
    #expect(identities.map(\.value) == [.number(1), .number(1.1)])
  }

  @Test func gradientEdgesRunBackwards() {
    let back = edges(RecurrentScheme(steps: 3, gradients: [0.25, 0.5]).marks)
      .filter { $0.value != nil }
    #expect(
      back.map(\.from) == ["h2", "h3"] && back.map(\.value) == [.number(0.25), .number(0.5)])
  }
}
