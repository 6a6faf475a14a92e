import Drawing
import Testing

@Suite struct DownsamplingTests {
  @Test("a straight line is reduced to its ends")
  func straight() {
    let line = (0...1000).map { Point(x: Double($0) / 2, y: Double($0) / 5) }
    #expect(Downsampling.polyline(line, within: 0.1) == [line[0], line[1000]])
  }

  @Test("removed points lie within the tolerance of the line")
  func tolerance() {
    for tolerance in [0.1, 0.4, 2] {
      let line = (0...60).map { Point(x: Double($0) * 9, y: wave(Double($0) / 3)) }
      let thinned = Downsampling.polyline(line, within: tolerance)
      #expect(thinned.count < line.count)
      for point in line { #expect(distance(point, thinned) <= tolerance * 1.0001) }
    }
  }

  @Test("a line that reverses direction keeps its turning points")
  func turns() {
    let line = [0, 5, 10, 4, 3, 20].map { Point(x: $0, y: 7) }
    let thinned = Downsampling.polyline(line, within: 0.1)
    #expect(thinned.contains(Point(x: 10, y: 7)) && thinned.contains(Point(x: 3, y: 7)))
  }

  @Test("noise keeps its highest, first and last point")
  func noise() {
    var line = (0..<100_000).map { Point(x: Double($0) / 200, y: Double($0 &* 7919 % 101)) }
    line[34_567].y = 500
    let thinned = Downsampling.lines([[line]], atMost: 1600).series[0][0]
    #expect(thinned.count <= 1600)
    #expect(thinned.contains(line[34_567]))
    #expect(thinned.first == line.first && thinned.last == line.last)
  }

  @Test("a series with 100,000 gaps is reduced to the limit")
  func gaps() {
    let runs = (0..<100_000).map { [Point(x: Double($0) / 200, y: Double($0 % 37))] }
    let thinned = Downsampling.lines(
      [runs, [[Point(x: 0, y: 0), Point(x: 9, y: 9)]]], atMost: 1000
    )
    .series
    #expect(thinned.joined().reduce(0) { $0 + $1.count } <= 1000)
    #expect(thinned[1] == [[Point(x: 0, y: 0), Point(x: 9, y: 9)]])
  }

  @Test("dots at the same position are merged only if there are too many")
  func dots() {
    let crowd = (0..<10_000).map { Point(x: Double($0 % 20), y: Double($0 % 20) + 0.01) }
    let lonely = Point(x: 400, y: 200)
    #expect(Downsampling.dots([crowd + [lonely]], atMost: 500)[0].count == 21)
    #expect(Downsampling.dots([[lonely, lonely]], atMost: 2) == [[lonely, lonely]])
  }

  @Test("every series keeps the same fraction of its dots")
  func dotsOfManySeries() {
    let series = [100, 1_000, 3].map { count in
      (0..<count).map { Point(x: Double($0), y: Double(count)) }
    }
    #expect(Downsampling.dots(series, atMost: 110).map(\.count) == [9, 99, 1])
  }

  @Test("periodic sequences are sampled evenly")
  func evenly() {
    for (count, period) in [(10, 2), (300, 2), (300, 3), (999, 7)] {
      let sampled = Downsampling.evenly(Array(0..<12_000), atMost: count)
      #expect(sampled.count == count && sampled == sampled.sorted())
      for part in 0..<count {
        #expect(
          part * 12_000 / count <= sampled[part] && sampled[part] < (part + 1) * 12_000 / count)
      }
      guard count > 100 else { continue }
      for rest in 0..<period {
        let fraction = Double(sampled.count { $0 % period == rest }) / Double(count)
        #expect((fraction - 1 / Double(period)).magnitude < 0.05, "\(rest) of \(period)")
      }
    }
    #expect(Downsampling.evenly([1, 2, 3], atMost: 3) == [1, 2, 3])
  }

  private func wave(_ t: Double) -> Double {
    let s = t.truncatingRemainder(dividingBy: 8) - 4
    return 40 * s * (1 - s * s / 16)
  }

  private func distance(_ point: Point, _ line: [Point]) -> Double {
    zip(line, line.dropFirst()).map { a, b in
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let fraction = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy)
      let t = min(max(fraction, 0), 1)
      let (ex, ey) = (a.x + t * dx - point.x, a.y + t * dy - point.y)
      return (ex * ex + ey * ey).squareRoot()
    }.min() ?? .infinity
  }
}
