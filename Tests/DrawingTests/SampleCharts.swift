import Charts
import Foundation

/// Charts that the tests draw, by name.
enum SampleCharts {
  /// Charts that are typical of lessons.
  static let typical = plain.merging(shaded) { $1 }

  private static let plain: [String: Chart] = [
    "powers": Chart(
      title: "A factor a little off one", xAxis: Axis("steps"),
      yAxis: Axis("what is left of 1", scale: .log)
    ) {
      for factor in [1.5, 1.1, 1, 0.9, 0.5] {
        for step in stride(from: 0, through: 100, by: 10) {
          LineMark(x: step, y: pow(factor, Double(step)), series: "\(factor)ⁿ")
        }
      }
    },
    "gradient": Chart(
      xAxis: Axis("layer, counted from the input"), yAxis: Axis("gradient", scale: .log)
    ) {
      for layer in 1...10 {
        LineMark(x: layer, y: 2e-7 * pow(4.3, Double(layer - 1)), series: "sigmoid")
        LineMark(x: layer, y: 0.03 + 0.006 * Double(layer), series: "tanh")
        LineMark(x: layer, y: 0.085, series: "ReLU")
      }
      RuleMark(y: 1e-5).annotation("called vanishing below 10⁻⁵")
    },
    "slope": Chart(xAxis: Axis("x")) {
      for tenth in stride(from: -60, through: 60, by: 5) {
        let value = 1 / (1 + exp(-Double(tenth) / 10))
        LineMark(x: Double(tenth) / 10, y: value, series: "sigmoid")
        LineMark(x: Double(tenth) / 10, y: value * (1 - value), series: "its slope")
      }
      PointMark(x: 0, y: 0.25, series: "its slope").annotation("0.25")
    },
    "diverging": Chart(xAxis: Axis("step"), yAxis: Axis("loss", scale: .log)) {
      for step in 0...30 {
        let loss = step < 15 ? exp(Double(step) / 3) : step < 17 ? .infinity : .nan
        LineMark(x: step, y: loss, series: "no clipping")
        LineMark(x: step, y: 2.3 * exp(-Double(step) / 20), series: "clipped at 1")
      }
    },
    "lying bars": Chart(xAxis: Axis("accuracy")) {
      for (name, value) in [("too small", 0.11), ("Xavier", 0.83), ("He", 0.96)] {
        BarMark(x: value, y: name).annotation("\(Numeral(value))")
      }
    },
    "standing bars": Chart(xAxis: Axis("initialiser"), yAxis: Axis("error in %")) {
      for (index, name) in ["zeros", "Xavier", "orthogonal"].enumerated() {
        BarMark(x: name, y: 12 - 2 * index, series: "SGD")
        BarMark(x: name, y: 7 - index, series: "Adam")
      }
    },
    "spread": Chart(xAxis: Axis("epoch"), yAxis: Axis("loss")) {
      for epoch in stride(from: 0, through: 30, by: 3) {
        let mean = 2.3 * exp(-Double(epoch) / 9)
        AreaMark(x: epoch, yStart: mean * 0.8, yEnd: mean * 1.3, series: "five seeds")
        LineMark(x: epoch, y: mean, series: "five seeds")
      }
    },
    "scatter": Chart(xAxis: Axis("x₁"), yAxis: Axis("x₂")) {
      for turn in 0..<12 {
        let angle = Double(turn) * .pi / 6
        PointMark(x: cos(angle), y: sin(angle), series: "outside")
        PointMark(x: cos(angle) / 3, y: sin(angle) / 3, series: "inside")
      }
    },
    "both signs": Chart(yAxis: Axis("gradient", scale: .symmetricLog)) {
      for step in 0...12 { LineMark(x: step, y: pow(-10, Double(step % 7)) / 1000) }
      TextMark("here it turns", x: 6, y: 0)
      RuleMark(x: 3).annotation("step 3")
    },
    "zoomed": Chart(
      xAxis: Axis("x", domain: 0...10), yAxis: Axis("y", domain: 0...50)
    ) {
      for x in -5...15 { LineMark(x: x, y: x * x) }
    },
  ]

  /// Extreme charts.
  static let hostile = hostilePlain.merging(hostileShaded) { $1 }

  private static let hostilePlain: [String: Chart] = [
    "empty": Chart(),
    "empty with axes": Chart(xAxis: Axis("x"), yAxis: Axis("y", scale: .log)),
    "one point": Chart { PointMark(x: 3, y: 5) },
    "one vertex": Chart { LineMark(x: 3, y: 5, series: "lonely") },
    "one bar": Chart { BarMark(x: 3, y: 5) },
    "one lying bar": Chart { BarMark(x: 3, y: "c") },
    "zero on a logarithmic axis": Chart(yAxis: Axis(scale: .log)) { LineMark(x: 0, y: 0) },
    "all equal": Chart { for x in 0...9 { LineMark(x: x, y: 0.1, series: "same") } },
    "same place": Chart { for _ in 0...9 { LineMark(x: 1, y: 1, series: "same") } },
    "zeros": Chart(yAxis: Axis(scale: .symmetricLog)) { for x in 0...9 { BarMark(x: x, y: 0) } },
    "huge range": Chart {
      for (x, y) in [(0, 1e-300), (1, 1), (2, 1e300)] { LineMark(x: x, y: y) }
    },
    "huge log range": Chart(yAxis: Axis(scale: .log)) {
      for power in -300...300 { LineMark(x: power, y: pow(10, Double(power)), series: "10ˣ") }
    },
    "widest range": Chart(xAxis: Axis(scale: .symmetricLog)) {
      for value in [-Double.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude] {
        LineMark(x: value, y: value)
      }
    },
    "least numbers": Chart(yAxis: Axis(scale: .log)) {
      for x in 1...9 { LineMark(x: x, y: Double.leastNonzeroMagnitude * Double(x)) }
    },
    "close numbers": Chart { for x in 0...9 { LineMark(x: x, y: 1 + Double(x) * 2e-16) } },
    "NaN only": Chart { for x in 0...9 { LineMark(x: x, y: Double.nan, series: "lost") } },
    "NaN everywhere": Chart {
      LineMark(x: Double.nan, y: 1)
      AreaMark(x: 1, yStart: Double.nan, yEnd: 2)
      BarMark(x: 1, y: Double.nan)
      PointMark(x: Double.infinity, y: -Double.infinity)
      RuleMark(y: Double.nan)
      TextMark("lost", x: 1, y: Double.nan)
    },
    "∞ in the middle": Chart {
      for (x, y) in [
        (0, 1.0), (1, Double.infinity), (2, 1.0), (3, -Double.infinity), (4, Double.nan), (5, 2.0),
      ] {
        LineMark(x: x, y: y)
      }
    },
    "long labels": Chart(
      title: long, xAxis: Axis(long), yAxis: Axis(long)
    ) {
      for x in 0...3 {
        for name in ["a", "b", "c"] { LineMark(x: x, y: x * x, series: name + long) }
        BarMark(x: x, y: 1).annotation(long)
      }
      RuleMark(y: 3).annotation(long)
      TextMark(long, x: 1, y: 1)
    },
    "long categories": Chart { for n in 0..<5 { BarMark(x: n, y: "\(n)" + long) } },
    "markup": Chart(title: evil, xAxis: Axis(evil), yAxis: Axis(evil)) {
      for x in 0...3 { LineMark(x: x, y: x, series: evil) }
      PointMark(x: evil, y: 1).annotation(evil)
      RuleMark(y: 1).annotation(evil)
      TextMark(evil, x: 1, y: 1)
    },
    "Chinese": Chart(xAxis: Axis("层数"), yAxis: Axis("梯度消失与梯度爆炸")) {
      for x in 0...3 { LineMark(x: "第\(x)层", y: x, series: "残差连接与批归一化") }
    },
    "right to left": Chart(xAxis: Axis("טבלה")) {
      for x in 0...3 { LineMark(x: x, y: x, series: "تدرج متلاشي") }
    },
    "sixty series": Chart {
      for n in 0..<60 { for x in 0...3 { LineMark(x: x, y: x * n, series: "series \(n)") } }
    },
    "two hundred categories": Chart { for n in 0..<200 { BarMark(x: "category \(n)", y: n) } },
    "two hundred lying bars": Chart { for n in 0..<200 { BarMark(x: n, y: "category \(n)") } },
    "ten thousand bars": Chart { for n in 0..<10_000 { BarMark(x: n, y: n % 100) } },
    "a million vertices": Chart {
      for n in 0..<1_000_000 { LineMark(x: n, y: n &* 7919 % 1013) }
    },
    "a million dots": Chart {
      for n in 0..<1_000_000 { PointMark(x: n &* 7919 % 1013, y: n &* 104_729 % 1019) }
    },
    "every second value is NaN": Chart {
      for n in 0..<20_000 { LineMark(x: n, y: n % 2 == 0 ? .nan : Double(n % 77)) }
    },
  ]

  static let long = String(repeating: "a very long label without an end ", count: 8)
  static let evil = "</text><script>alert(\"1\")</script>&<b x='"
}
