/// Builds compact path data in tenths of a pixel, using relative commands.
struct PathData {
  private(set) var text = ""
  /// The current point in tenths, and the start of the current subpath.
  private var place = SIMD2<Int>(0, 0)
  private var start = SIMD2<Int>(0, 0)
  private var command: Character = " "

  /// Begins a subpath.
  mutating func move(to point: Point) {
    let next = tenths(point)
    append(text.isEmpty ? "M" : "m", [next.x - place.x, next.y - place.y])
    place = next
    start = next
  }

  mutating func line(to point: Point) {
    let next = tenths(point)
    append("l", [next.x - place.x, next.y - place.y])
    place = next
  }

  mutating func horizontal(to x: Double) {
    let next = tenths(x)
    append("h", [next - place.x])
    place.x = next
  }

  mutating func vertical(to y: Double) {
    let next = tenths(y)
    append("v", [next - place.y])
    place.y = next
  }

  /// Appends relative path data that ends where it begins.
  mutating func append(closed data: String) {
    text += data
    command = " "
  }

  mutating func close() {
    text += "z"
    place = start
    command = "z"
  }

  private mutating func append(_ next: Character, _ numbers: [Int]) {
    let repeats = next == command && "lhv".contains(next)
    if !repeats { text.append(next) }
    for (index, number) in numbers.enumerated() {
      if number >= 0, index > 0 || repeats { text += " " }
      text += Self.number(number)
    }
    command = next
  }

  /// Formats tenths without redundant zeros: `.5`, `-12.3`, `7`.
  private static func number(_ tenths: Int) -> String {
    let (whole, fraction) = (tenths.magnitude / 10, tenths.magnitude % 10)
    let sign = tenths < 0 ? "-" : ""
    if fraction == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole == 0 ? "" : "\(whole)").\(fraction)"
  }
}

/// A coordinate in tenths of a pixel, rounded as by ``coordinate(_:)``.
func tenths(_ value: Double) -> Int { Int((min(max(value, -1e6), 1e6) * 10).rounded()) }

func tenths(_ point: Point) -> SIMD2<Int> { SIMD2(tenths(point.x), tenths(point.y)) }

/// Path data of polylines: absolute and readable if they are short, else compact.
func lineData(_ runs: [[Point]], closing: Bool = false) -> String {
  let count = runs.reduce(0) { $0 + $1.count }
  if count <= 100 { return runs.map { path(along: $0) + (closing ? "z" : "") }.joined() }
  var data = PathData()
  for run in runs {
    guard let first = run.first else { continue }
    data.move(to: first)
    for point in run.dropFirst() { data.line(to: point) }
    if closing { data.close() }
  }
  return data.text
}
