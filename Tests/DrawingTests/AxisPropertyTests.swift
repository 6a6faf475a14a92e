import Charts
import Drawing
import Foundation
import Testing

/// Properties that hold for the axes of every chart, tested on random charts.
@Suite struct AxisPropertyTests {
  @Test("each axis has two or more separate, distinct ticks", arguments: 1...60)
  func ticks(_ seed: Int) throws {
    var random = RandomCharts(seed: seed)
    for number in 1...6 {
      let chart = random.next()
      for size in Drawing.Size.allCases {
        let svg = try ParsedSVG(chart, size)
        expectReadable(svg, "chart \(number) of seed \(seed), \(size)")
        for kind in ["x-axis", "y-axis"] {
          let labels = svg.texts.filter { $0.axis?.kind == kind }.map(\.text)
          #expect(labels.count >= 2, "\(kind) of chart \(number) of seed \(seed), \(size)")
          #expect(Set(labels).count == labels.count, "\(labels)")
          #expect(!labels.contains { $0.contains("-") }, "\(labels)")
        }
      }
    }
  }

  @Test("tick labels of a linear axis match tick positions", arguments: 1...40)
  func values(_ seed: Int) throws {
    var random = RandomCharts(seed: 1000 + seed)
    for _ in 1...6 {
      let chart = random.next()
      guard chart.yAxis.scale == .linear else { continue }
      let ticks = try ParsedSVG(chart, .wide).texts.filter { $0.axis?.kind == "y-axis" }
      let places = ticks.map { (value: number($0.notation), y: ($0.box.top + $0.box.bottom) / 2) }
      guard let first = places.first, let last = places.last, places.count > 1,
        // Double precision cannot distinguish labels of closer ticks.
        (last.value - first.value).magnitude > 1e-12 * first.value.magnitude
      else { continue }
      for place in places {
        let fraction = (place.value / 2 - first.value / 2) / (last.value / 2 - first.value / 2)
        let y = first.y + fraction * (last.y - first.y)
        #expect((y - place.y).magnitude < 0.5, "\(ticks.map(\.text)), seed \(seed)")
      }
    }
  }

  @Test("data lie within the axes and fill at least 60 % of them", arguments: 1...40)
  func fill(_ seed: Int) throws {
    var random = RandomCharts(seed: 2000 + seed)
    for number in 1...6 {
      let chart = random.next()
      for size in Drawing.Size.allCases {
        let svg = try ParsedSVG(chart, size)
        #expect(!svg.summary.contains("beyond"), "chart \(number) of seed \(seed)")
        let values = Set(chart.marks.compactMap(\.height))
        guard chart.yAxis.scale != .symmetricLog, let least = values.min(),
          let most = values.max(), isWide(least...most)
        else { continue }
        let heights = svg.lines.flatMap(\.points).map(\.y)
        guard let top = heights.min(), let bottom = heights.max() else { continue }
        let height: Double = size == .wide ? 260 : 220
        // The space of a legend and of names above the data counts as empty.
        #expect(bottom - top >= 0.6 * (height - 22), "chart \(number) of seed \(seed), \(size)")
      }
    }
  }

  @Test("category names never overlap", arguments: 1...40)
  func names(_ seed: Int) throws {
    var random = RandomCharts(seed: 3000 + seed)
    for number in 1...4 {
      let chart = random.named()
      for size in Drawing.Size.allCases {
        let svg = try ParsedSVG(chart, size)
        expectReadable(svg, "chart \(number) of seed \(seed), \(size)")
      }
    }
  }

  private func isWide(_ domain: ClosedRange<Double>) -> Bool {
    domain.upperBound - domain.lowerBound
      > 1e-12 * max(domain.upperBound.magnitude, domain.lowerBound.magnitude)
  }

  /// Expects that tick labels do not overlap and that no text is outside the drawing.
  private func expectReadable(_ svg: ParsedSVG, _ which: String) {
    let ticks = svg.texts.filter { $0.axis != nil }
    for (index, one) in ticks.enumerated() {
      for other in ticks.dropFirst(index + 1) {
        #expect(!one.box.overlaps(other.box), "\(one.text) and \(other.text), \(which)")
      }
    }
    for text in svg.texts {
      let isInside =
        -0.5 <= text.box.left && text.box.right <= svg.width + 0.5 && -0.5 <= text.box.top
        && text.box.bottom <= svg.height + 1
      #expect(isInside, "\(text.text) leaves the drawing, \(which)")
    }
  }
}

extension Mark {
  /// The vertical value of a line's vertex.
  fileprivate var height: Double? {
    guard case .line(_, .number(let y)) = shape else { return nil }
    return y
  }
}

/// Parses the number of a tick label in which `^` precedes an exponent.
private func number(_ text: String) -> Double {
  let plain = text.replacing("−", with: "-").replacing(",", with: "")
  guard let power = plain.firstMatch(of: /^(-?)(?:([\d.]+) × )?10\^(-?\d+)$/) else {
    return Double(plain) ?? .nan
  }
  return Double("\(power.1)\(power.2 ?? "1")e\(power.3)") ?? .nan
}
