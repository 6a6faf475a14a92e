import Charts
import Drawing
import Foundation
import Markup

/// Figures drawn at both widths: three lines, and a heat map of 10 × 60 cells.
let drawings: [String: @Sendable () -> () -> Void] = [
  "drawing": { drawing(lines) }, "heatmap": { drawing(heatMap) },
]

private func drawing(_ chart: Chart) -> () -> Void {
  { precondition(!Drawing.html(of: chart, id: "a", alt: "What it shows.").text.isEmpty) }
}

private let lines = Chart(
  xAxis: Axis("layer, counted from the input"), yAxis: Axis("gradient", scale: .log)
) {
  for layer in 1...10 {
    LineMark(x: layer, y: 2e-7 * pow(4.3, Double(layer - 1)), series: "sigmoid")
    LineMark(x: layer, y: 0.03 + 0.006 * Double(layer), series: "tanh")
    LineMark(x: layer, y: 0.085, series: "ReLU")
  }
  RuleMark(y: 1e-5).annotation("called vanishing below 10⁻⁵")
}

private let heatMap: Chart = {
  let rows = (1...10).map { layer -> [Double] in
    (0..<60).map { step -> Double in pow(10, Double(layer - 10) * exp(-Double(step) / 20)) }
  }
  var chart = Chart(xAxis: Axis("step"), yAxis: Axis("layer")) { HeatMap(rows) }
  chart.colorAxis = ColorAxis("gradient", scale: .log)
  return chart
}()
