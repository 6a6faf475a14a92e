import Charts
import Drawing
import Foundation
import Markup
import Testing

/// Marks that exceed the byte budget are sampled evenly, which is stated below the drawing and in a
/// warning.
@Suite struct DownsamplingReportTests {
  private static let kinds: [String: Chart] = {
    var random = RandomNumbers(1)
    func places(_ count: Int) -> [(x: Double, y: Double)] {
      (0..<count).map { _ in (random.number(0...1), random.number(0...1)) }
    }
    return [
      "points": Chart { for (x, y) in places(20_000) { PointMark(x: x, y: y) } },
      "bars": Chart { for (x, y) in places(20_000) { BarMark(x: x, y: y) } },
      "rectangles": Chart {
        for (x, y) in places(20_000) {
          RectangleMark(xStart: x, xEnd: x + 0.1, yStart: y, yEnd: y + 0.1)
        }
      },
      "ranges": Chart {
        for (x, y) in places(20_000) { RuleMark(x: x, yStart: y, yEnd: y + 0.1) }
      },
      "arrows": Chart {
        for (x, y) in places(20_000) {
          ArrowMark(xStart: x, yStart: y, xEnd: x + 0.01, yEnd: y + 0.02)
        }
      },
      "rules": Chart { for (x, _) in places(20_000) { RuleMark(x: x) } },
      "texts": Chart { for (x, y) in places(20_000) { TextMark("t", x: x, y: y) } },
      "annotations": Chart {
        for (x, y) in places(300) { PointMark(x: x, y: y).annotation("a") }
      },
      "edges": Chart { LayersScheme([60, 60]) },
    ]
  }()

  @Test(arguments: DrawingPhrases.kinds, Drawing.Size.allCases)
  func sampledMarksAreReportedWithTheirNumber(_ kind: String, _ size: Drawing.Size) throws {
    let chart = try #require(Self.kinds[kind])
    let svg = try ParsedSVG(chart, size)
    #expect(svg.bytes <= 30 * 1024, "\(svg.bytes)")
    let pattern = try Regex("Draws ([0-9,]+) of ([0-9,]+) \(kind), sampled evenly\\.")
    let match = try #require(svg.summary.firstMatch(of: pattern), "\(svg.summary)")
    let (drawn, all) = (number(match[1].substring), number(match[2].substring))
    #expect(drawn < all && svg.texts.map(\.text).joined(separator: " ").contains("sampled evenly"))
    let total = chart.marks.count { if case .node = $0.shape { false } else { true } }
    #expect(all == total)
    // At least two thirds of the budget are used, except by annotations, which are limited by
    // space.
    #expect(svg.bytes >= 18 * 1024 || kind == "annotations", "\(svg.bytes)")
    let result = Drawing.draw(chart, id: "a", alt: "alt")
    #expect(result.warnings.count == 1)
    #expect(result.warnings.first?.message.hasSuffix("\(kind), sampled evenly") ?? false)
  }

  private func number(_ text: Substring?) -> Int { Int((text ?? "").filter(\.isNumber)) ?? -1 }

  @Test func pointsAreSampledEvenly() throws {
    // Values alternate, and each part of the sequence has its own positions.
    let chart = Chart(xAxis: Axis(domain: 0...20_000), yAxis: Axis(domain: -1...2)) {
      for index in 0..<20_000 { PointMark(x: index, y: index % 2) }
    }
    let svg = try ParsedSVG(chart, .wide)
    let drawn = svg.paths.filter { $0.classes.contains("pen") }.flatMap(\.parts).map {
      $0.points[0]
    }
    let match = try #require(svg.summary.firstMatch(of: /Draws ([0-9,]+) of 20,000 points/))
    #expect(drawn.count == number(match.1))
    let middle = drawn.map(\.y).reduce(0, +) / Double(drawn.count)
    let upper = drawn.count { $0.y < middle }
    #expect((Double(upper) / Double(drawn.count) - 0.5).magnitude < 0.02)
    let (left, right) = (drawn.map(\.x).min() ?? 0, drawn.map(\.x).max() ?? 0)
    for tenth in 0..<10 {
      let start = left + (right - left) * Double(tenth) / 10
      let count = drawn.count { start <= $0.x && $0.x < start + (right - left) / 10 }
      #expect((Double(count) / Double(drawn.count) - 0.1).magnitude < 0.01)
    }
  }

  @Test func mergedPointsAreNotReported() throws {
    let chart = Chart { for index in 0..<20_000 { PointMark(x: index % 40, y: index % 25) } }
    let svg = try ParsedSVG(chart, .wide)
    #expect(svg.summary == "alt" && svg.bytes <= 30 * 1024)
    let drawn = svg.paths.filter { $0.classes.contains("pen") }.flatMap(\.parts)
    #expect(drawn.count == 200)
  }

  @Test(arguments: ["line", "band", "path", "histogram", "ridge", "contour"])
  func simplifiedLinesAreReportedWithTheirTolerance(_ kind: String) throws {
    var random = RandomNumbers(7)
    let noise = (0..<20_000).map { _ in random.number(0...1) }
    let chart = Chart {
      switch kind {
      case "line": for (x, y) in noise.enumerated() { LineMark(x: x, y: y) }
      case "band": for (x, y) in noise.enumerated() { AreaMark(x: x, yStart: -y, yEnd: y) }
      case "path": for (x, y) in noise.enumerated() { PathMark(x: x, y: y) }
      case "histogram": HistogramMark(noise, bins: 9_000)
      case "ridge": for y in 0..<9 { RidgeMark(noise, y: y, bins: 900) }
      default:
        ContourMark(x: 0...1, y: 0...1, columns: 90, rows: 90) { x, y in sin(2_000 * x * y) }
      }
    }
    let svg = try ParsedSVG(chart, .wide)
    #expect(svg.bytes <= 30 * 1024, "\(svg.bytes)")
    #expect(svg.summary.contains(/Draws lines to within [0-9.]+ pixels\./), "\(svg.summary)")
    let drawn = Drawing.draw(chart, id: "a", alt: "alt")
    #expect(drawn.warnings.count == 1)
    #expect(drawn.warnings[0].message.contains(/^draws lines to within [0-9.]+ pixels$/))
  }

  @Test func rareMarksAreNotSampledWithFrequentOnes() throws {
    let chart = Chart {
      for index in 0..<30_000 { PointMark(x: index % 977, y: index % 1_013) }
      for x in 0..<50 { BarMark(x: 20 * x, y: 100) }
    }
    let svg = try ParsedSVG(chart, .wide)
    #expect(svg.paths.filter { $0.classes.contains("bar") }.flatMap(\.parts).count == 50)
    #expect(!svg.summary.contains("bars") && svg.summary.contains("points, sampled evenly"))
  }

  @Test func chartsWithinTheBudgetAreDrawnCompletely() throws {
    var random = RandomNumbers(2)
    let chart = Chart {
      for _ in 0..<2_000 { PointMark(x: random.number(0...1), y: random.number(0...1)) }
    }
    for size in Drawing.Size.allCases {
      let svg = try ParsedSVG(chart, size)
      #expect(svg.summary == "alt" && svg.bytes <= 30 * 1024)
      #expect(svg.paths.filter { $0.classes.contains("pen") }.flatMap(\.parts).count == 2_000)
    }
    #expect(Drawing.draw(chart, id: "a", alt: "alt").html.text.utf8.count <= 80 * 1024)
  }
}
