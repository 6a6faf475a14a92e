import Charts
import Foundation

/// Charts of cells, surfaces, distributions and arrows.
extension SampleCharts {
  static let shaded: [String: Chart] = [
    "heat map": heatMap, "table of cells": tableOfCells, "boxes": boxes, "histogram": histogram,
    "ridges": ridges, "contours": contours, "regions": regions, "facets": facets,
    "table of panels": tableOfPanels,
    "residual scheme": Chart { ResidualScheme(slopes: [0.03, 0.5]) },
    "recurrent scheme": Chart { RecurrentScheme(steps: 4, gradients: [0.001, 0.1, 1]) },
    "layers": Chart { LayersScheme([2, 3, 1]) },
  ]

  private static var heatMap: Chart {
    let rows = (1...10).map { layer -> [Double] in
      (0...20).map { step -> Double in
        let exponent = Double(layer - 10) * exp(-Double(step) / 9)
        return pow(10, exponent)
      }
    }
    var chart = Chart(xAxis: Axis("step"), yAxis: Axis("layer")) {
      HeatMap(rows, x: Array(0...20))
    }
    chart.colorAxis = ColorAxis("gradient", scale: .log)
    return chart
  }

  private static var tableOfCells: Chart {
    let rows = [[0.013, 0.57, 1], [0.9, 4e-8, Double.nan]]
    var chart = Chart { HeatMap(rows, x: ["Xavier", "He", "1"], y: ["tanh", "GELU"]) }
    chart.colorAxis = ColorAxis("what is left", scale: .log, palette: .diverging(around: 1))
    return chart
  }

  private static var facets: Chart {
    Chart(xAxis: Axis("x"), yAxis: Axis("slope")) {
      for (name, width) in [("narrow", 0.5), ("wide", 2.0), ("wider", 4.0)] {
        Facet(name) {
          for x in -3...3 { LineMark(x: x, y: exp(-pow(Double(x) / width, 2))) }
        }
      }
      RuleMark(y: 0.25)
    }
  }

  private static var tableOfPanels: Chart {
    Chart(xAxis: Axis("step"), yAxis: Axis("loss", scale: .log)) {
      for (name, rate) in [("SGD", 0.05), ("Adam", 0.3)] {
        for layers in [3, 30] {
          Facet(name, row: "\(layers) layers") {
            let speed = 3 * rate / Double(layers)
            for step in 0...8 { LineMark(x: step, y: exp(-speed * Double(step))) }
          }
        }
      }
      Facet("SGD") { RuleMark(y: 0.5) }
    }
  }

  private static var boxes: Chart {
    Chart(xAxis: Axis("optimiser"), yAxis: Axis("loss")) {
      for (index, name) in ["SGD", "Adam"].enumerated() {
        let losses: [Double] = (1...9).map { Double($0 * $0 + 9 * index) / 50 }
        BoxMark(x: name, of: losses)
      }
    }
  }

  private static var histogram: Chart {
    let values: [Double] = (0..<500).map { sin(Double($0)) }
    return Chart(xAxis: Axis("weight"), yAxis: Axis("count")) {
      HistogramMark(values, bins: 12)
      ArrowMark(xStart: 0, yStart: 70, xEnd: 0.9, yEnd: 90).annotation("saturated")
    }
  }

  private static var ridges: Chart {
    Chart(xAxis: Axis("activation"), yAxis: Axis("layer")) {
      for layer in 1...4 {
        let values: [Double] = (0..<300).map { sin(Double($0)) / Double(layer) }
        RidgeMark(values, y: layer, bins: 12, over: -1...1)
      }
    }
  }

  private static var contours: Chart {
    var chart = Chart(xAxis: Axis("w"), yAxis: Axis("b")) {
      ContourMark(x: -2...2, y: -1...1, levels: [0.5, 1, 2], columns: 9, rows: 7) {
        (x: Double, y: Double) -> Double in x * x + 3 * y * y
      }
      PathMark([(x: -1.8, y: 0.8), (x: -1, y: -0.5), (x: -0.5, y: 0.1), (x: 0, y: 0)])
    }
    chart.hasEqualScale = true
    return chart
  }

  private static var regions: Chart {
    var chart = Chart(xAxis: Axis("x₁"), yAxis: Axis("x₂")) {
      RegionMark(x: -1...1, y: -1...1, columns: 9, rows: 9) { x, y in x > y ? "right" : "left" }
      for x in [-0.5, 0.5] { PointMark(x: x, y: 0, series: x > 0 ? "right" : "left") }
    }
    chart.hasEqualScale = true
    return chart
  }
}
