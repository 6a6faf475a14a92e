/// The maximum size of a drawing in bytes, and the fraction of it that marks of one kind can take.
struct ByteBudget {
  /// The limit in bytes: 30 KB for a drawing; a figure has 80 KB for all frames, each of them drawn
  /// in two sizes.
  let limit: Int
  /// The fraction available to marks of one kind; smaller if several kinds have many marks.
  private var fraction = 1.0
  /// The approximate size of axes and text.
  private static let frame = 2_500

  init(frames: Int) {
    limit = min(30, 80 / 2 / max(1, frames)) * 1024
    fraction = max(0.02, 1 - Double(Self.frame) / Double(limit))
  }

  /// The limit as a fraction of that of a single drawing.
  var relativeLimit: Double { Double(limit) / (30 * 1024) }

  /// The number of marks of a kind that can be drawn at the given size each; at least four.
  func maxCount(bytesEach bytes: Int) -> Int {
    max(4, Int(Double(limit) * fraction / Double(bytes)))
  }

  /// The minimum number of data points that readers can step through.
  var minimumDataPoints: Int {
    let part = Double(limit - 2 * 1024) / Double(28 * 1024)
    return max(4, Int(36 * min(1, max(0.02, part))))
  }

  /// The budget for redrawing a drawing that took `bytes`, of which the kinds of marks took
  /// `kinds`: kinds below the average keep their size, the others share what is left.
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

  /// Whether the budget cannot be reduced any further.
  var isExhausted: Bool { fraction < 0.002 }
}
