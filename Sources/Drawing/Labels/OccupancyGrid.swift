/// Records what is drawn where, on a grid of small squares, so that labels can be placed in free
/// areas.
struct OccupancyGrid {
  /// What occupies a square: each series has a bit, and the two highest bits stand for rules and
  /// text.
  struct Owners: OptionSet {
    let rawValue: UInt64

    static let rule = Owners(rawValue: 1 << 62)
    static let text = Owners(rawValue: 1 << 63)

    static func series(_ index: Int) -> Owners { Owners(rawValue: 1 << UInt64(index % 60)) }
  }

  private static let cell = 3.0
  private let columns: Int
  private let rowCount: Int
  private var cells: [UInt64]

  init(width: Double, height: Double) {
    columns = Int(width / Self.cell) + 1
    rowCount = Int(height / Self.cell) + 1
    cells = [UInt64](repeating: 0, count: columns * rowCount)
  }

  /// Marks the squares that a polyline crosses.
  mutating func occupy(along points: [Point], by owner: Owners) {
    if let only = points.first, points.count == 1 { occupy(only, by: owner) }
    for (start, end) in zip(points, points.dropFirst()) {
      let length = max((end.x - start.x).magnitude, (end.y - start.y).magnitude)
      let steps = max(1, Int(length / Self.cell * 2))
      for step in 0...steps {
        let fraction = Double(step) / Double(steps)
        let x = start.x + fraction * (end.x - start.x)
        occupy(Point(x: x, y: start.y + fraction * (end.y - start.y)), by: owner)
      }
    }
  }

  /// Marks the squares that a box touches.
  mutating func occupy(_ box: Box, by owner: Owners) {
    let (left, right) = (column(box.left), column(box.right))
    for row in rows(of: box) {
      for column in left...max(left, right) { cells[row * columns + column] |= owner.rawValue }
    }
  }

  /// Everything that is drawn inside a box.
  func owners(in box: Box) -> Owners {
    let (left, right) = (column(box.left), column(box.right))
    var owners: UInt64 = 0
    cells.withUnsafeBufferPointer { cells in
      for row in rows(of: box) {
        for column in left...max(left, right) { owners |= cells[row * columns + column] }
      }
    }
    return Owners(rawValue: owners)
  }

  /// The cost of placing text in a box: 1 for each square occupied by a mark, 10 for each one
  /// occupied by text, since overlapping texts are illegible.
  ///
  /// A rule's own annotation can touch it, so callers can ignore rules.
  func cost(in box: Box, ignoring ignored: Owners = []) -> Int {
    let (left, right) = (column(box.left), column(box.right))
    var count = 0
    for row in rows(of: box) {
      for column in left...max(left, right) {
        let owners = Owners(rawValue: cells[row * columns + column]).subtracting(ignored)
        if !owners.isEmpty { count += owners.contains(.text) ? 10 : 1 }
      }
    }
    return count
  }

  private mutating func occupy(_ point: Point, by owner: Owners) {
    cells[row(point.y) * columns + column(point.x)] |= owner.rawValue
  }

  private func rows(of box: Box) -> ClosedRange<Int> {
    row(box.top)...max(row(box.top), row(box.bottom))
  }

  private func column(_ x: Double) -> Int { min(max(Int(x / Self.cell), 0), columns - 1) }

  private func row(_ y: Double) -> Int { min(max(Int(y / Self.cell), 0), rowCount - 1) }
}
