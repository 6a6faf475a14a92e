import Charts
import Drawing
import Foundation
import Markup
import Testing

/// Recovers the values of a chart from its drawing, to the precision of its coordinates.
@Suite struct RecoveredMarksTests {
  typealias Plane = RecoveredScales.Plane

  /// Random positions inside the rules of a plane.
  private func places(_ count: Int, _ plane: Plane, seed: Int) -> [(x: Double, y: Double)] {
    var random = RandomNumbers(seed)
    return (0..<count).map { _ in
      (plane.x(random.number(0.02...0.98)), plane.y(random.number(0.02...0.98)))
    }
  }

  /// The subpaths of all paths with a class.
  private func parts(_ svg: ParsedSVG, _ kind: String, panel: Int = 0) -> [PathReader.Part] {
    svg.paths.filter { $0.classes.contains(kind) && $0.panel == panel }.flatMap(\.parts)
  }

  @Test("points are drawn at their values", arguments: 0..<4, [1, 7, 90, 400, 1_900])
  func points(_ index: Int, _ count: Int) throws {
    let plane = Plane.all[index]
    let values = places(count, plane, seed: count)
    for size in Drawing.Size.allCases {
      let svg = try ParsedSVG(
        plane.chart(values.flatMap { PointMark(x: $0.x, y: $0.y).marks }), size)
      let scales = try RecoveredScales(svg, plane)
      expectSame(
        parts(svg, "pen").map { $0.points[0] }, values.map { scales.place($0.x, $0.y) },
        comment: "\(count) points, plane \(index), \(size)")
      #expect(svg.summary == "alt")
    }
  }

  @Test("six series have six markers at their values")
  func forms() throws {
    let plane = Plane()
    let values = places(60, plane, seed: 6)
    let marks = values.enumerated().flatMap { index, value in
      PointMark(x: value.x, y: value.y, series: "s\(index % 6)").marks
    }
    let svg = try ParsedSVG(plane.chart(marks), .wide)
    let scales = try RecoveredScales(svg, plane)
    for series in 0..<6 {
      // The first subpath of each colour is the legend's sample.
      let shapes = svg.paths.filter {
        !$0.classes.isDisjoint(with: ["pen", "dot"]) && $0.classes.contains("s\(series + 1)")
      }
      let start = SeriesStyle(index: series).marker(radius: 3).start
      let drawn = shapes.flatMap(\.parts).map(\.points).filter { $0[0].y > 60 }.map {
        Point(x: $0[0].x - start.x, y: $0[0].y - start.y)
      }
      let expected = values.enumerated().filter { $0.offset % 6 == series }.map {
        scales.place($0.element.x, $0.element.y)
      }.filter { $0.y + start.y > 60 }
      expectSame(drawn, expected, comment: "series \(series)")
    }
  }

  @Test(
    "lines and paths pass through their data",
    arguments: 0..<4, [2, 9, 60, 500])
  func lines(_ index: Int, _ count: Int) throws {
    let plane = Plane.all[index]
    let values = places(count, plane, seed: 3 * count).sorted { $0.x < $1.x }
    for (kind, marks) in [
      ("line", values.flatMap { LineMark(x: $0.x, y: $0.y).marks }),
      ("way", values.flatMap { PathMark(x: $0.x, y: $0.y).marks }),
    ] {
      let svg = try ParsedSVG(plane.chart(marks), .wide)
      let scales = try RecoveredScales(svg, plane)
      let drawn = parts(svg, kind).flatMap(\.points)
      let expected = values.map { scales.place($0.x, $0.y) }
      for place in drawn { #expect(expected.contains { areSame($0, place) }, "\(kind) \(place)") }
      for place in expected { #expect(distance(place, drawn) <= 0.1 + printed, "\(kind) \(place)") }
      #expect(svg.summary == "alt")
    }
  }

  @Test("bars extend from the baseline to their values", arguments: [0, 1, 2, 3], [1, 8, 200])
  func bars(_ index: Int, _ count: Int) throws {
    let plane = Plane.all[index]
    let values = places(count, plane, seed: 5 * count)
    let svg = try ParsedSVG(plane.chart(values.flatMap { BarMark(x: $0.x, y: $0.y).marks }), .wide)
    let scales = try RecoveredScales(svg, plane)
    let boxes = parts(svg, "bar").map(\.points)
    let base = plane.yScale == .log ? nil : scales.place(1, 0).y
    let tips = boxes.map { box -> Point in
      let ys = box.map(\.y)
      let (low, high) = (ys.min() ?? .nan, ys.max() ?? .nan)
      let isAbove = base.map { (high - $0).magnitude < (low - $0).magnitude } ?? true
      return Point(x: (box[0].x + box[1].x) / 2, y: isAbove ? low : high)
    }
    expectSame(
      tips, values.map { scales.place($0.x, $0.y) }, comment: "\(count) bars, plane \(index)")
  }

  @Test("bands, interval bars and error bars end at their values", arguments: 0..<4)
  func intervals(_ index: Int) throws {
    let plane = Plane.all[index]
    let (low, high) = (places(12, plane, seed: 1), places(12, plane, seed: 2))
    let values = (0..<12).map { number -> (x: Double, low: Double, high: Double) in
      let x = plane.x((Double(number) + 1) / 14)
      return (x, min(low[number].y, high[number].y), max(low[number].y, high[number].y))
    }
    for (kind, marks) in [
      ("band", values.flatMap { AreaMark(x: $0.x, yStart: $0.low, yEnd: $0.high).marks }),
      ("bar", values.flatMap { BarMark(x: $0.x, yStart: $0.low, yEnd: $0.high).marks }),
      ("range", values.flatMap { RuleMark(x: $0.x, yStart: $0.low, yEnd: $0.high).marks }),
    ] {
      let svg = try ParsedSVG(plane.chart(marks), .narrow)
      let scales = try RecoveredScales(svg, plane)
      let heights = parts(svg, kind).flatMap(\.points).map(\.y)
      for value in values {
        for end in [value.low, value.high] {
          let y = scales.place(value.x, end).y
          #expect(heights.contains { ($0 - y).magnitude <= printed }, "\(kind) at \(value)")
        }
      }
      #expect(svg.summary == "alt")
    }
  }

  @Test("rectangles and arrows have the given corners and ends", arguments: 0..<4)
  func corners(_ index: Int) throws {
    let plane = Plane.all[index]
    let (from, to) = (places(25, plane, seed: 8), places(25, plane, seed: 9))
    let pairs = Array(zip(from, to))
    let arrows = pairs.flatMap {
      ArrowMark(xStart: $0.x, yStart: $0.y, xEnd: $1.x, yEnd: $1.y).marks
    }
    var svg = try ParsedSVG(plane.chart(arrows), .wide)
    var scales = try RecoveredScales(svg, plane)
    let shafts = parts(svg, "shaft").map(\.points)
    expectSame(
      shafts.map { $0[0] }, from.map { scales.place($0.x, $0.y) }, comment: "arrows' starts")
    expectSame(shafts.map { $0[1] }, to.map { scales.place($0.x, $0.y) }, comment: "arrows' ends")
    let rectangles = pairs.flatMap {
      RectangleMark(xStart: $0.x, xEnd: $1.x, yStart: $0.y, yEnd: $1.y).marks
    }
    svg = try ParsedSVG(plane.chart(rectangles), .wide)
    scales = try RecoveredScales(svg, plane)
    let drawn = parts(svg, "steps").flatMap(\.points)
    for place in from + to {
      let corner = scales.place(place.x, place.y)
      #expect(drawn.contains { ($0.x - corner.x).magnitude <= printed })
      #expect(drawn.contains { ($0.y - corner.y).magnitude <= printed })
    }
    #expect(parts(svg, "steps").count == 25)
  }

  @Test(
    "each bin of a histogram has the height of its count",
    arguments: [1, 12, 25, 50, 120, 500], Drawing.Size.allCases)
  func histograms(_ bins: Int, _ size: Drawing.Size) throws {
    var random = RandomNumbers(bins)
    let values = (0..<3_000).map { _ in random.number(-2...2) + random.number(-2...2) }
    let range = -4.0...6
    let counts = (0..<bins).map { bin in
      let (low, high) = (
        -4 + 10 * Double(bin) / Double(bins), -4 + 10 * Double(bin + 1) / Double(bins)
      )
      return values.count { low <= $0 && $0 < high }
    }
    let plane = Plane(x: -4...6, y: 0...Double(counts.max() ?? 1))
    let svg = try ParsedSVG(
      plane.chart(HistogramMark(values, bins: bins, over: range).marks), size)
    let scales = try RecoveredScales(svg, plane)
    let outlines = parts(svg, "steps").map(\.points)
    for (bin, count) in counts.enumerated() {
      let x = scales.place(-4 + 10 * (Double(bin) + 0.5) / Double(bins), 0).x
      let tops = outlines.flatMap { zip($0, $0.dropFirst()) }
        .filter { $0.0.x <= x && x <= $0.1.x && $0.0.y == $0.1.y }.map(\.0.y)
      if count == 0 {
        #expect(tops.isEmpty, "bin \(bin) of \(bins) is empty")
      } else {
        let y = scales.place(0, Double(count)).y
        #expect(
          tops.count == 1 && (tops[0] - y).magnitude <= printed, "bin \(bin) of \(bins): \(tops)")
      }
    }
    #expect(svg.summary == "alt")
  }

  @Test("texts are centred on their positions", arguments: 0..<4)
  func texts(_ index: Int) throws {
    let plane = Plane.all[index]
    let values = places(9, plane, seed: 4)
    let svg = try ParsedSVG(
      plane.chart(
        values.enumerated().flatMap { TextMark("t\($0)", x: $1.x, y: $1.y).marks }), .wide)
    let scales = try RecoveredScales(svg, plane)
    for (number, value) in values.enumerated() {
      let box = try #require(svg.texts.first { $0.text == "t\(number)" }).box
      let place = scales.place(value.x, value.y)
      #expect((box.left + box.width / 2 - place.x).magnitude <= printed)
    }
  }

  @Test(
    "each cell of a heat map has the colour of its value",
    arguments: [1, 3, 12, 30], Drawing.Size.allCases)
  func cells(_ count: Int, _ size: Drawing.Size) throws {
    var random = RandomNumbers(count)
    let rows = (0..<count).map { _ in (0..<count).map { _ in random.number(0...1) } }
    let plane = Plane(x: 0.5...Double(count) + 0.5, y: 0.5...Double(count) + 0.5)
    var chart = plane.chart(HeatMap(rows).marks)
    chart.colorAxis = ColorAxis(domain: 0...1)
    let svg = try ParsedSVG(chart, size)
    let scales = try RecoveredScales(svg, plane)
    let scale = ColorScale(ColorAxis(), over: 0...1)
    let cells = svg.paths.filter { $0.classes.contains("cell") }
    for row in 0..<count {
      for column in 0..<count {
        let place = scales.place(Double(column + 1), Double(row + 1))
        let step = scale.step(of: rows[row][column])
        let found = cells.filter { path in
          path.parts.contains { isInside(place, $0.points) }
        }.map(\.classes).filter { $0.contains("q\(step)") }
        #expect(found.count == 1, "cell \(row), \(column) of \(count)")
      }
    }
  }

  @Test("each panel shows its own points")
  func facets() throws {
    let plane = Plane()
    let all = (0..<4).map { places(150, plane, seed: 20 + $0) }
    let marks = all.enumerated().flatMap { index, values in
      Facet("f\(index)") { for value in values { PointMark(x: value.x, y: value.y) } }.marks
    }
    for size in Drawing.Size.allCases {
      let svg = try ParsedSVG(plane.chart(marks), size)
      for (index, values) in all.enumerated() {
        let scales = try RecoveredScales(svg, plane, panel: index)
        expectSame(
          parts(svg, "pen", panel: index).map { $0.points[0] },
          values.map { scales.place($0.x, $0.y) }, comment: "panel \(index), \(size)")
      }
    }
  }

  @Test("each frame of a figure shows all its points")
  func frames() throws {
    let plane = Plane()
    let all = (0..<5).map { places(240, plane, seed: 40 + $0) }
    let charts = all.map { values in
      plane.chart(
        values.enumerated().flatMap { index, value in
          PointMark(x: value.x, y: value.y, series: index % 2 == 0 ? "a" : "b").marks
        })
    }
    for (chart, values) in zip(charts, all) {
      let drawn = Drawing.draw(chart, id: "f", alt: "alt", among: charts)
      #expect(drawn.warnings == [])
      let drawings = drawn.html.text.split(separator: "<svg ").dropFirst()
      try #require(drawings.count == 2)
      for (text, size) in zip(drawings, Drawing.Size.allCases) {
        let end = try #require(text.range(of: "</svg>"))
        let svg = try ParsedSVG("<svg " + text[..<end.upperBound], size)
        let scales = try RecoveredScales(svg, plane)
        let drawn = parts(svg, "pen").map { $0.points[0] }
        // The legend adds two samples.
        #expect(drawn.count == 242)
        for value in values {
          let place = scales.place(value.x, value.y)
          #expect(drawn.contains { areSame($0, place) })
        }
      }
    }
  }

  private func isInside(_ place: Point, _ corners: [Point]) -> Bool {
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    return (xs.min() ?? .infinity) < place.x && place.x < (xs.max() ?? -.infinity)
      && (ys.min() ?? .infinity) < place.y && place.y < (ys.max() ?? -.infinity)
  }

  private func distance(_ point: Point, _ line: [Point]) -> Double {
    let pairs = line.count == 1 ? [(line[0], line[0])] : Array(zip(line, line.dropFirst()))
    return pairs.map { a, b in
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = dx * dx + dy * dy
      let fraction = length > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / length : 0
      let t = min(max(fraction, 0), 1)
      return hypot(a.x + t * dx - point.x, a.y + t * dy - point.y)
    }.min() ?? .infinity
  }
}

extension Box {
  fileprivate var width: Double { right - left }
}
