/// What is drawn where, on a grid of small squares: so that words find free ground.
struct Ground {
  /// Who draws: series by their bits, everything else by the two highest.
  struct Owners: OptionSet {
    let rawValue: UInt64

    static let rule = Owners(rawValue: 1 << 62)
    static let words = Owners(rawValue: 1 << 63)

    static func series(_ index: Int) -> Owners { Owners(rawValue: 1 << UInt64(index % 60)) }
  }

  private static let cell = 3.0
  private let columns: Int
  private let rows: Int
  private var cells: [UInt64]

  init(width: Double, height: Double) {
    columns = Int(width / Self.cell) + 1
    rows = Int(height / Self.cell) + 1
    cells = [UInt64](repeating: 0, count: columns * rows)
  }

  /// Marks the squares that a line crosses.
  mutating func occupy(along points: [Point], by owner: Owners) {
    if let only = points.first, points.count == 1 { occupy(only, by: owner) }
    for (start, end) in zip(points, points.dropFirst()) {
      let length = max((end.x - start.x).magnitude, (end.y - start.y).magnitude)
      let steps = max(1, Int(length / Self.cell * 2))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let x = start.x + share * (end.x - start.x)
        occupy(Point(x: x, y: start.y + share * (end.y - start.y)), by: owner)
      }
    }
  }

  /// Marks the squares that a box touches.
  mutating func occupy(_ box: Box, by owner: Owners) {
    for index in indices(of: box) { cells[index] |= owner.rawValue }
  }

  /// Everyone who draws inside a box.
  func owners(in box: Box) -> Owners {
    Owners(rawValue: indices(of: box).reduce(0) { $0 | cells[$1] })
  }

  /// How many squares of a box are taken.
  func occupied(in box: Box) -> Int {
    indices(of: box).reduce(0) { $0 + (cells[$1] == 0 ? 0 : 1) }
  }

  private mutating func occupy(_ point: Point, by owner: Owners) {
    occupy(Box(left: point.x, top: point.y, right: point.x, bottom: point.y), by: owner)
  }

  private func indices(of box: Box) -> some Sequence<Int> {
    let left = column(box.left)
    let right = column(box.right)
    return (row(box.top)...max(row(box.top), row(box.bottom))).lazy.flatMap { row in
      (row * columns + left)...(row * columns + max(left, right))
    }
  }

  private func column(_ x: Double) -> Int { min(max(Int(x / Self.cell), 0), columns - 1) }

  private func row(_ y: Double) -> Int { min(max(Int(y / Self.cell), 0), rows - 1) }
}
