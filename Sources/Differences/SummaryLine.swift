/// The last line of a comparison report, which counts the differences by kind.
struct SummaryLine {
  let text: String

  init(_ comparison: Comparison, lessons: Int) {
    let kinds = comparison.differences.filter { !$0.isBelow(negligibleShare) }.reduce(into: [:]) {
      $0[Kind($1.change), default: 0] += 1
    }
    let unchanged = comparison.unchanged
    guard lessons > 0 else {
      text = "no differences in \(unchanged) lesson\(unchanged == 1 ? "" : "s")"
      return
    }
    let counts = Kind.allCases.compactMap { kind in kinds[kind].map(kind.text) }
    text =
      "\(lessons) lesson\(lessons == 1 ? " differs" : "s differ"), "
      + "\(unchanged) \(unchanged == 1 ? "does" : "do") not"
      + (counts.isEmpty ? "" : ": \(counts.joined(separator: ", "))")
  }

  private enum Kind: CaseIterable {
    case fails, holds, near, moved, figure, table, output, new, removed

    init(_ change: Difference.Change) {
      self =
        switch change {
        case .claim(let claim):
          switch claim.verdict {
          case .fails: .fails
          case .holds: .holds
          case .near: .near
          case .moved: .moved
          }
        case .value: .moved
        case .figure: .figure
        case .table: .table
        case .output, .failure: .output
        case .new: .new
        case .removed: .removed
        }
    }

    func text(_ count: Int) -> String {
      let one = count == 1
      return switch self {
      case .fails: "\(count) claim\(one ? " fails" : "s fail")"
      case .holds: "\(count) claim\(one ? " holds" : "s hold") again"
      case .near: "\(count) claim\(one ? " is near its bound" : "s are near their bounds")"
      case .moved: "\(count) value\(one ? "" : "s") moved"
      case .figure: "\(count) figure\(one ? " differs" : "s differ")"
      case .table: "\(count) table\(one ? " differs" : "s differ")"
      case .output: "\(count) output\(one ? " differs" : "s differ")"
      case .new: "\(count) new"
      case .removed: "\(count) removed"
      }
    }
  }
}
