import Charts
import Foundation

/// Random charts: all scales, few and many values, tiny, huge and empty ranges, long names.
struct RandomCharts {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  /// A chart with up to six series of lines, bands, points or bars.
  mutating func next() -> Chart {
    let (x, y) = (scale(), scale())
    let (across, up) = (values(x), values(y))
    let kind = pick(["lines", "lines", "lines", "points", "bars", "areas"])
    let names = kind == "bars" ? [nil] : names()
    var chart = Chart(
      xAxis: Axis(pick([nil, "x", "steps of training"]), scale: x),
      yAxis: Axis(pick([nil, "loss"]), scale: y))
    let count = pick([1, 2, 3, 5, 12, 40, 150])
    for name in names {
      var level = up(unit())
      for step in 0..<count {
        let place = across(Double(step) / Double(max(1, count - 1)))
        if unit() < 0.6 { level = up(unit()) }
        switch kind {
        case "points": chart.marks += PointMark(x: place, y: level, series: name).marks
        case "bars": chart.marks += BarMark(x: place, y: level, series: name).marks
        case "areas":
          chart.marks += AreaMark(x: place, yStart: level, yEnd: up(unit()), series: name).marks
        default: chart.marks += LineMark(x: place, y: level, series: name).marks
        }
      }
    }
    return chart
  }

  /// Smooth lines whose names usually fit beside them.
  mutating func smooth() -> Chart {
    var chart = Chart(yAxis: Axis(scale: pick([.linear, .log])))
    for index in 0..<pick([2, 3, 4, 6]) {
      let (level, slope, bend) = (unit() * 4 + 0.5, unit() - 0.5, unit() * 2 - 1)
      for step in 0...40 {
        let x = Double(step) / 40
        let y = exp(level + slope * x + bend * x * x)
        chart.marks += LineMark(x: x, y: y, series: "line \(index)").marks
      }
    }
    return chart
  }

  /// Horizontal or vertical bars with category names, possibly in panels.
  mutating func named() -> Chart {
    let count = pick([1, 2, 5, 9, 16, 24, 40, 90])
    let shape = pick(["short", "word", "optimiser number", "w"])
    let names = (0..<count).map { index in
      switch shape {
      case "short": "n\(index)"
      case "word": "name\(index)" + String(repeating: "x", count: Int(unit() * 30))
      case "w": String(repeating: "w", count: 50) + "\(index)"
      default: "optimiser number \(index), with a very long name that goes on"
      }
    }
    let isHorizontal = unit() < 0.5
    let panels = pick([1, 1, 2, 3])
    var chart = Chart(xAxis: Axis("what"), yAxis: Axis("how much"))
    for panel in 0..<panels {
      for name in names {
        let value = unit() * 9 + 1
        let bar = isHorizontal ? BarMark(x: value, y: name) : BarMark(x: name, y: value)
        chart.marks += panels == 1 ? bar.marks : bar.facet(by: "panel \(panel)")
      }
    }
    return chart
  }

  mutating func unit() -> Double { Double(bits() >> 11) / 9_007_199_254_740_992 }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(bits() % UInt64(values.count))]
  }

  private mutating func scale() -> Scale { pick([.linear, .linear, .log, .symmetricLog]) }

  private mutating func names() -> [String?] {
    let count = pick([0, 1, 2, 3, 6])
    guard count > 0 else { return [nil] }
    let tail = pick(["", " of a layer", " of a network of fifty layers with weights of one half"])
    return (0..<count).map { "s\($0)\(tail)" }
  }

  /// Maps fractions of an axis to values.
  private mutating func values(_ scale: Scale) -> (Double) -> Double {
    let exponents: [Double] = [0, 0, 0, 1, 3, -2, -6, 6, 12, -40, 100, -300, 299]
    let exponent = pick(exponents)
    let start = unit()
    switch scale {
    case .linear:
      let widths: [Double] = [1, 1, 1, 0.5, 0.1, 0.01, 1e-4, 1e-9, 1e-15, 0]
      let (size, width) = (pow(10.0, exponent) * pick([1.0, -1]), pick(widths))
      return { fraction in size * (start + width * (fraction - 0.3)) }
    case .log:
      let decades: Double = pick([0.02, 0.2, 0.5, 1, 2, 5, 12, 40])
      return { fraction in
        let power: Double = exponent + decades * (start + fraction - 1)
        return pow(10.0, max(-300, min(300, power)))
      }
    case .symmetricLog:
      let decades: Double = pick([1, 3, 8])
      return { fraction in
        let signed = 2 * fraction - 1
        let magnitude = pow(10.0, decades * signed.magnitude - 1)
        return signed < 0 ? -magnitude : magnitude
      }
    }
  }

  private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
