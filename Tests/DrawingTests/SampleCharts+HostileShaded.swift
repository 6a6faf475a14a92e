import Charts
import Foundation

/// Extreme cases of cells, surfaces, distributions and arrows.
extension SampleCharts {
  static let hostileShaded: [String: Chart] = cells.merging(shapes) { $1 }

  private static let cells: [String: Chart] = [
    "no cells": map([[Double]]()),
    "one cell": map([[1.0]]),
    "equal cells": map([[0.0, 0], [0, 0]], ColorAxis(scale: .log)),
    "cells that are NaN": map([[Double.nan, .infinity], [-.infinity, .nan]]),
    "cells of a huge range": map([[1e-300, 1], [1e300, -1e300]], ColorAxis(palette: .diverging)),
    "cells of a huge log range": map(
      [[1e-300, 1], [1e300, 0]], ColorAxis(long, scale: .log, palette: .diverging(around: 1))),
    "cells at widest places": widestPlaces, "cells on logarithmic axes": logarithmicPlaces,
    "a million cells": millionCells, "many names of cells": manyNames,
  ]

  private static let shapes: [String: Chart] = [
    "surface of nothing": emptySurface, "wild surface": wildSurface, "flat surface": flatSurface,
    "ridges of nothing": emptyRidges, "a hundred ridges": hundredRidges,
    "boxes of nothing": emptyBoxes, "histogram of nothing": emptyHistogram,
    "arrows to nowhere": arrows, "a thin plane": thinPlane, "facets of nothing": emptyFacets,
    "thirty facets": thirtyFacets, "scheme of nothing": emptyScheme, "dense layers": denseLayers,
    "deep residual scheme": Chart { ResidualScheme(slopes: [Double](repeating: 1, count: 30)) },
    "long recurrent scheme": Chart {
      RecurrentScheme(steps: 25, gradients: [.nan, .infinity, -1])
    },
  ]

  private static func map(_ rows: [[Double]], _ colors: ColorAxis = ColorAxis()) -> Chart {
    var chart = Chart { HeatMap(rows) }
    chart.colorAxis = colors
    return chart
  }

  private static var widestPlaces: Chart {
    Chart {
      for x in [-Double.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude, .nan] {
        RectangleMark(x: x, y: x, value: x)
      }
    }
  }

  private static var logarithmicPlaces: Chart {
    Chart(xAxis: Axis(scale: .log), yAxis: Axis(scale: .log)) {
      for x in [-1, 0, 1e-300, 1, 1e300] { RectangleMark(x: x, y: x, value: evil) }
    }
  }

  private static var millionCells: Chart {
    let rows = (0..<1000).map { row -> [Int] in
      (0..<1000).map { column -> Int in (column &* 7919 &+ row &* 104_729) % 1013 }
    }
    return Chart { HeatMap(rows) }
  }

  private static var manyNames: Chart {
    let rows = (0..<200).map { row -> [String] in
      (0..<200).map { column -> String in "\((column &* 7919 &+ row &* 31) % 11)" }
    }
    return Chart { HeatMap(rows) }
  }

  private static var emptySurface: Chart {
    Chart {
      ContourMark([[Double.nan, .nan], [.nan, .nan]])
      ContourMark([[1.0]])
      RegionMark([[String]]())
      RegionMark([[evil, long], [long, evil]])
    }
  }

  private static var wildSurface: Chart {
    Chart {
      ContourMark(x: 0...1, y: 0...1, columns: 120, rows: 120) {
        (x: Double, y: Double) -> Double in sin(1e5 * x * y) * pow(10, 300 * x)
      }
    }
  }

  private static var flatSurface: Chart {
    var chart = Chart { ContourMark(x: 0...1, y: 0...1) { _, _ in 1 } }
    chart.hasEqualScale = true
    return chart
  }

  private static var emptyRidges: Chart {
    Chart {
      RidgeMark([Double](), y: 1)
      RidgeMark([Double.nan], y: "a")
      RidgeMark([1e300, -1e300], y: Double.nan)
    }
  }

  private static var hundredRidges: Chart {
    let values: [Double] = (0..<500).map { Double($0 &* 7919 % 1013) }
    return Chart { for y in 0..<100 { RidgeMark(values, y: y) } }
  }

  private static var emptyBoxes: Chart {
    Chart {
      BoxMark(x: "a", of: [Double]())
      BoxMark(x: "b", of: [Double.infinity, 1, 2])
      BoxMark(x: "c", of: [1e300, -1e300])
    }
  }

  private static var emptyHistogram: Chart { Chart { HistogramMark([Double.nan]) } }

  private static var arrows: Chart {
    let wild = (0..<100_000).map { step -> (x: Double, y: Double) in
      (x: sin(Double(step)), y: cos(Double(step) * 1.7))
    }
    return Chart {
      ArrowMark(xStart: 0, yStart: 0, xEnd: 0, yEnd: 0).annotation(evil)
      ArrowMark(xStart: 0, yStart: Double.nan, xEnd: 1, yEnd: 0)
      PathMark([(x: 0, y: 0), (x: 0, y: 0), (x: .infinity, y: 1)], series: long)
      PathMark(wild, series: "wild")
    }
  }

  private static var emptyFacets: Chart {
    Chart {
      for name in [evil, long, "梯度消失", "تدرج"] {
        Facet(name) { LineMark(x: 1, y: Double.nan, series: name) }
      }
    }
  }

  private static var thirtyFacets: Chart {
    Chart {
      for facet in 0..<30 {
        Facet(facet) { for x in 0...50 { LineMark(x: x, y: x * facet % 17) } }
      }
    }
  }

  private static var emptyScheme: Chart {
    Chart {
      NodeMark(evil, label: long, column: .nan)
      NodeMark("a", label: evil, column: -1e300)
      NodeMark("b", label: long, column: 1e300, row: .infinity)
      EdgeMark(from: "a", to: "nobody", value: .nan, bend: .infinity, series: long)
      EdgeMark(from: "a", to: "a", value: 1)
    }
  }

  private static var denseLayers: Chart {
    let weights: [[[Double]]] = [(0..<12).map { to in (0..<12).map { Double($0 * to % 7) - 3 } }]
    return Chart { LayersScheme([12, 12], weights: weights) }
  }

  private static var thinPlane: Chart {
    var chart = Chart { for x in 0...9 { PointMark(x: x, y: 1e-9 * Double(x)) } }
    chart.hasEqualScale = true
    return chart
  }
}
