/// A scheme of fully connected layers; the widths of edges show weights, their colours the signs.
public struct LayersScheme: ChartContent {
  /// The units and edges.
  public let marks: [Mark]

  /// Creates the scheme of a network.
  ///
  /// - Parameters:
  ///   - sizes: The number of units of each layer, starting with the input.
  ///   - weights: For each layer after the first, a row of weights for each of its units; without them
  ///     all edges are thin.
  public init(_ sizes: [Int], weights: [[[Double]]] = []) {
    let tallest = Double(sizes.max() ?? 0)
    var marks: [Mark] = []
    for (layer, size) in sizes.enumerated() {
      for unit in 0..<max(0, size) {
        let row = Double(unit) + (tallest - Double(size)) / 2
        marks +=
          NodeMark(
            name(layer, unit), label: "", column: Double(layer) * 2, row: row
          ).marks
        guard layer > 0 else { continue }
        for source in 0..<max(0, sizes[layer - 1]) {
          let weight = weight(in: weights, layer: layer - 1, unit: unit, source: source)
          marks +=
            EdgeMark(
              from: name(layer - 1, source), to: name(layer, unit), value: weight,
              series: weight.map { $0 < 0 ? "negative" : "positive" }
            ).marks
        }
      }
    }
    self.marks = marks
  }
}

private func name(_ layer: Int, _ unit: Int) -> String { "\(layer + 1).\(unit + 1)" }

private func weight(
  in weights: [[[Double]]], layer: Int, unit: Int, source: Int
) -> Double? {
  guard weights.indices.contains(layer), weights[layer].indices.contains(unit),
    weights[layer][unit].indices.contains(source)
  else { return nil }
  return weights[layer][unit][source]
}

/// A recurrent network unrolled in time: the same unit once for each step, connected by its state.
public struct RecurrentScheme: ChartContent {
  /// The units and edges.
  public let marks: [Mark]

  /// Creates the scheme.
  ///
  /// - Parameters:
  ///   - steps: The number of steps.
  ///   - gradients: The gradient of the last step that reaches each earlier step, the first step first;
  ///     the edges between states then run backwards, and their widths show it.
  public init(steps: Int, gradients: [Double] = []) {
    var marks: [Mark] = []
    for step in 1...max(1, steps) {
      let column = Double(step - 1) * 1.5
      let number = subscripted(step)
      marks += NodeMark("h\(step)", label: "h\(number)", column: column).marks
      marks += NodeMark("x\(step)", label: "x\(number)", column: column, row: 1.2).marks
      marks += EdgeMark(from: "x\(step)", to: "h\(step)").marks
      guard step > 1 else { continue }
      if gradients.indices.contains(step - 2) {
        let value = gradients[step - 2]
        marks += EdgeMark(
          from: "h\(step)", to: "h\(step - 1)", value: value, series: "gradient"
        ).annotation(Numeral(value, upTo: 2).description)
      } else {
        marks += EdgeMark(from: "h\(step - 1)", to: "h\(step)").marks
      }
    }
    self.marks = marks
  }
}

/// The gradient flow back through residual blocks: around each block through the identity, which
/// multiplies by 1, and through its branch, which multiplies by a slope.
public struct ResidualScheme: ChartContent {
  /// The units and edges.
  public let marks: [Mark]

  /// Creates the scheme of blocks whose branches have these slopes, the first block first.
  ///
  /// A gradient of 1 enters after the last block.
  public init(slopes: [Double]) {
    var marks: [Mark] = []
    var gradient = 1.0
    for (index, slope) in slopes.enumerated().reversed() {
      let (column, block) = (Double(index) * 3, index + 1)
      let (before, after) = (index == 0 ? "x" : "+\(index)", "+\(block)")
      marks += NodeMark(after, label: "+", column: column + 3).marks
      marks +=
        NodeMark(
          "F\(block)", label: "F\(subscripted(block))", column: column + 1.5, row: 1
        ).marks
      let through = gradient * slope
      marks += EdgeMark(from: after, to: before, value: gradient, bend: -0.7, series: "identity")
        .annotation("× 1")
      marks += EdgeMark(from: after, to: "F\(block)", value: through, series: "branch").marks
      marks += EdgeMark(from: "F\(block)", to: before, value: through, series: "branch")
        .annotation("× \(Numeral(slope, upTo: 2))")
      gradient += through
    }
    marks += NodeMark("x", column: 0).marks
    self.marks = marks
  }
}

private func subscripted(_ number: Int) -> String {
  let digits = Array("₀₁₂₃₄₅₆₇₈₉")
  return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
}
