import Charts
import Drawing
import Foundation
import Testing

/// Bars, areas and rectangles on logarithmic axes.
@Suite struct LogBaseTests {
  private func boxes(_ svg: ParsedSVG) -> [(top: Double, bottom: Double)] {
    svg.elements.filter { $0.attributes["class"]?.hasPrefix("bar") ?? false }.flatMap { element in
      (element.attributes["d"] ?? "").matches(of: /M[-\d.]+,([-\d.]+)H[-\d.]+V([-\d.]+)/).map {
        (Double($0.1) ?? .nan, Double($0.2) ?? .nan)
      }
    }
  }

  @Test(
    "every bar on a logarithmic axis is visible",
    arguments: [[100.0, 1], [1, 1], [1, 2, 3], [1e-12, 1e3], [0.3, 0.31], [1e-280, 1]])
  func bars(_ values: [Double]) throws {
    var chart = Chart { for (index, y) in values.enumerated() { BarMark(x: "b\(index)", y: y) } }
    chart.yAxis.scale = .log
    for size in Drawing.Size.allCases {
      let boxes = boxes(try ParsedSVG(chart, size))
      #expect(boxes.count == values.count)
      #expect(boxes.allSatisfy { $0.bottom - $0.top >= 15 }, "\(boxes)")
    }
  }

  @Test("horizontal bars on a logarithmic axis are visible")
  func lying() throws {
    var chart = Chart {
      BarMark(x: 100, y: "a")
      BarMark(x: 1, y: "b")
    }
    chart.xAxis.scale = .log
    let svg = try ParsedSVG(chart, .wide)
    let widths = svg.elements.filter { $0.attributes["class"]?.hasPrefix("bar") ?? false }.flatMap {
      ($0.attributes["d"] ?? "").matches(of: /M([-\d.]+),[-\d.]+H([-\d.]+)/).map {
        (Double($0.2) ?? .nan) - (Double($0.1) ?? .nan)
      }
    }
    #expect(widths.count == 2 && widths.allSatisfy { $0 > 20 })
  }

  @Test("histogram bins with a count of one are visible")
  func histogram() throws {
    var chart = Chart { HistogramMark([0.0, 0.1, 0.2, 0.3, 5, 9], bins: 9, over: 0...9) }
    chart.yAxis.scale = .log
    let svg = try ParsedSVG(chart, .wide, alt: "Counts.")
    let outlines = svg.paths(of: "steps").map { $0.points.map(\.y) }
    #expect(outlines.count == 3)
    for heights in outlines {
      let (top, bottom) = (heights.min() ?? .nan, heights.max() ?? .nan)
      #expect(bottom - top > 15)
    }
    #expect(svg.summary == "Counts.")
  }

  @Test("an area from zero begins at the lower end of the axis")
  func area() throws {
    var chart = Chart { for x in 0...9 { AreaMark(x: x, y: pow(2, Double(x))) } }
    chart.yAxis.scale = .log
    let svg = try ParsedSVG(chart, .wide, alt: "Powers.")
    #expect(svg.summary == "Powers.")
    #expect(svg.paths(of: "band").first?.points.count == 4)
  }

  @Test("a bar of zero is reported as not drawn")
  func zero() throws {
    var chart = Chart {
      BarMark(x: "a", y: 100)
      BarMark(x: "b", y: 0)
    }
    chart.yAxis.scale = .log
    #expect(
      try ParsedSVG(chart, .wide, alt: "Bars.").summary
        == "Bars. Not drawn: 1 zero or negative, which a logarithmic axis cannot show (▼).")
  }
}
