/// How many bytes a drawing may have, and which part of them marks of one kind may fill.
struct ByteBudget {
  /// All of them: a drawing has room for 30 KB and a figure for 80, each frame twice.
  let limit: Int
  /// The part of marks of one kind; less than all of the room where several kinds are many.
  private var fraction = 1.0
  /// About what axes and words take.
  private static let frame = 2_500

  init(frames: Int) {
    limit = min(30, 80 / 2 / max(1, frames)) * 1024
    fraction = max(0.02, 1 - Double(Self.frame) / Double(limit))
  }

  /// The room as a part of what a drawing alone has.
  var relativeLimit: Double { Double(limit) / (30 * 1024) }

  /// How many marks of a kind may be drawn if each takes so many bytes, but some.
  func maxCount(bytesEach bytes: Int) -> Int {
    max(4, Int(Double(limit) * fraction / Double(bytes)))
  }

  /// How many values a reader can walk through at least.
  var minimumDataPoints: Int {
    let part = Double(limit - 2 * 1024) / Double(28 * 1024)
    return max(4, Int(36 * min(1, max(0.02, part))))
  }

  /// The budget with which a drawing is made again that took too many bytes, of which the kinds of
  /// marks took `kinds`: the larger kinds share what the smaller ones leave.
  func reduced(after bytes: Int, kinds: [Int]) -> ByteBudget {
    var next = self
    let others = Double(bytes - kinds.reduce(0, +))
    var (left, count) = (max(0, 0.97 * Double(limit) - others), kinds.count)
    var part = 0.0
    for kind in kinds.sorted() {
      part = left / Double(max(1, count))
      guard Double(kind) <= part else { break }
      (left, count) = (left - Double(kind), count - 1)
    }
    next.fraction = min(fraction * 0.9, part / Double(limit))
    return next
  }

  /// Whether less cannot be drawn.
  var isExhausted: Bool { fraction < 0.002 }
}
