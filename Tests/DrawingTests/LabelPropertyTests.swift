import Charts
import Drawing
import Testing

/// Properties that hold for the names of lines, tested on random charts.
@Suite struct LabelPropertyTests {
  @Test(
    "a name is nearest to its own line or has a leader line",
    arguments: 1...60, Drawing.Size.allCases)
  func names(_ seed: Int, _ size: Drawing.Size) throws {
    var random = RandomCharts(seed: seed)
    var labelled = 0
    for number in 1...5 {
      let svg = try ParsedSVG(number > 3 ? random.next() : random.smooth(), size)
      let leaders = svg.paths(of: "leader")
      for label in svg.texts where label.kind.hasPrefix("label") {
        labelled += 1
        let colour = String(label.kind.dropFirst("label ".count))
        let which = "\(label.text) of chart \(number), seed \(seed), \(size)"
        let own = svg.lines.filter { $0.kind.contains(colour) }.map(\.points)
        let others = svg.lines.filter { !$0.kind.contains(colour) }.map(\.points)
        let inner = label.box.grown(by: -2)
        #expect(others.allSatisfy { distance(inner, $0) > 0 }, "struck: \(which)")
        #expect(own.allSatisfy { distance(inner, $0) > 0 }, "struck by its own line: \(which)")
        let nearest = own.map { distance(label.box, $0) }.min() ?? .infinity
        let foreign = others.map { distance(label.box, $0) }.min() ?? .infinity
        let isJoined = leaders.contains { $0.kind.contains(colour) }
        #expect(nearest < foreign || isJoined, "\(nearest), foreign \(foreign): \(which)")
      }
    }
    #expect(labelled > 0 || seed > 1)
  }

  @Test("leader lines do not cross each other", arguments: 1...60)
  func leaders(_ seed: Int) throws {
    var random = RandomCharts(seed: seed)
    for _ in 1...5 {
      let svg = try ParsedSVG(random.smooth(), .wide)
      let leaders = svg.paths(of: "leader")
      for (index, one) in leaders.enumerated() {
        let box = Box(
          left: one.points[0].x, top: min(one.points[0].y, one.points[1].y),
          right: one.points[1].x, bottom: max(one.points[0].y, one.points[1].y))
        for other in leaders.dropFirst(index + 1) where distance(box, other.points) == 0 {
          let (a, b) = (one.points, other.points)
          #expect((a[0].y - b[0].y) * (a[1].y - b[1].y) >= 0, "seed \(seed)")
        }
      }
    }
  }

  @Test("a rule's annotation avoids lines if there is free space")
  func rule() throws {
    let chart = Chart {
      for step in 0...150 {
        LineMark(x: step, y: 1 + (step % 2 == 0 ? 0.4 : -0.4), series: "noise")
      }
      LineMark(x: 0, y: 4, series: "high")
      LineMark(x: 150, y: 4, series: "high")
      RuleMark(y: 1).annotation("threshold")
    }
    for size in Drawing.Size.allCases {
      let svg = try ParsedSVG(chart, size)
      let text = try #require(svg.texts.first { $0.text == "threshold" })
      let struck = svg.lines.contains { distance(text.box.grown(by: -2), $0.points) == 0 }
      #expect(!struck)
      #expect(svg.paths(of: "leader").contains { $0.kind.contains("plain") })
    }
  }
}

/// The distance of a box from a polyline, accurate to a quarter of a pixel.
private func distance(_ box: Box, _ points: [Point]) -> Double {
  var least = Double.infinity
  for (start, end) in zip(points, points.dropFirst() + (points.count == 1 ? points : [])) {
    let steps = max(1, Int(max((end.x - start.x).magnitude, (end.y - start.y).magnitude) * 4))
    for step in 0...steps {
      let fraction = Double(step) / Double(steps)
      let (x, y) = (start.x + fraction * (end.x - start.x), start.y + fraction * (end.y - start.y))
      let dx = max(box.left - x, 0, x - box.right)
      let dy = max(box.top - y, 0, y - box.bottom)
      least = min(least, (dx * dx + dy * dy).squareRoot())
    }
  }
  return least
}
