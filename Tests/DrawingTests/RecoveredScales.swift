import Charts
import Drawing
import Foundation
import Testing

/// The scales of a drawing, recovered from two rules across each axis at known values.
struct RecoveredScales {
  /// The ranges of both axes, with rules at their ends, and their scales.
  struct Plane {
    var x: ClosedRange<Double> = -3...3
    var y: ClosedRange<Double> = -2...5
    var xScale = Scale.linear
    var yScale = Scale.linear

    static let all: [Plane] = [
      Plane(), Plane(y: 1e-3...1e4, yScale: .log), Plane(x: 1e-2...1e2, xScale: .log),
      Plane(x: 1...1e3, y: 1e-6...10, xScale: .log, yScale: .log),
    ]

    /// The rules from which the scales are recovered.
    var rules: [Mark] {
      [x.lowerBound, x.upperBound].flatMap { RuleMark(x: $0).marks }
        + [y.lowerBound, y.upperBound].flatMap { RuleMark(y: $0).marks }
    }

    func chart(_ marks: [Mark]) -> Chart {
      Chart(xAxis: Axis(scale: xScale), yAxis: Axis(scale: yScale), marks: rules + marks)
    }

    /// The value at a fraction of an axis.
    func x(_ fraction: Double) -> Double { value(fraction, x, scale: xScale) }

    func y(_ fraction: Double) -> Double { value(fraction, y, scale: yScale) }

    private func value(_ fraction: Double, _ range: ClosedRange<Double>, scale: Scale) -> Double {
      guard scale == .log else {
        return range.lowerBound + fraction * (range.upperBound - range.lowerBound)
      }
      return range.lowerBound * pow(range.upperBound / range.lowerBound, fraction)
    }
  }

  private let plane: Plane
  private let left, right, top, bottom: Double

  /// Reads the rules of a small multiple.
  init(_ svg: ParsedSVG, _ plane: Plane, panel: Int = 0) throws {
    self.plane = plane
    let lines = svg.paths.filter { $0.classes.contains("rule") && $0.panel == panel }
      .flatMap(\.parts).map(\.points)
    let upright = lines.filter { $0[0].x == $0[1].x }.map { $0[0].x }
    let level = lines.filter { $0[0].y == $0[1].y }.map { $0[0].y }
    left = try #require(upright.min())
    right = try #require(upright.max())
    top = try #require(level.min())
    bottom = try #require(level.max())
  }

  /// The expected position of a value in the drawing.
  func place(_ x: Double, _ y: Double) -> Point {
    Point(
      x: left + fraction(x, plane.x, scale: plane.xScale) * (right - left),
      y: bottom + fraction(y, plane.y, scale: plane.yScale) * (top - bottom))
  }

  private func fraction(_ value: Double, _ range: ClosedRange<Double>, scale: Scale) -> Double {
    guard scale == .log else {
      return (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    }
    return log(value / range.lowerBound) / log(range.upperBound / range.lowerBound)
  }
}

/// The tolerance for positions: both they and the rules are printed to a tenth of a pixel.
let printed = 0.16

/// Whether two points are equal within the printed precision.
func areSame(_ a: Point, _ b: Point) -> Bool {
  (a.x - b.x).magnitude <= printed && (a.y - b.y).magnitude <= printed
}

/// Expects that two sets of points are equal, regardless of their order.
func expectSame(
  _ drawn: [Point], _ expected: [Point], comment: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(drawn.count == expected.count, "\(comment)", sourceLocation: sourceLocation)
  var left = drawn
  for place in expected {
    let index = left.firstIndex { areSame($0, place) }
    #expect(index != nil, "\(comment): nothing at \(place)", sourceLocation: sourceLocation)
    if let index { left.remove(at: index) }
  }
}
