/// The text of a comparison for a terminal: a heading for each lesson that differs, its differences,
/// and a summary line.
struct ComparisonReport {
  private(set) var lines: [String] = []
  private let colours: Bool

  init(_ comparison: Comparison, colours: Bool) {
    self.colours = colours
    if let (from, to) = comparison.engines {
      lines += ["engine now:    \(to)", "engine before: \(from)", ""].map(visible)
    }
    var lessons: [String] = []
    for difference in comparison.differences where lessons.last != difference.file {
      lessons.append(difference.file)
    }
    for lesson in lessons {
      list(comparison.differences.filter { $0.file == lesson }, of: lesson)
    }
    lines.append(SummaryLine(comparison, lessons: lessons.count).text)
  }

  private mutating func list(_ differences: [Difference], of lesson: String) {
    lines.append(Style.heading.applied(to: visible(lesson), if: colours))
    let bySize = Dictionary(grouping: differences) { $0.isBelow(negligibleShare) }
    for difference in bySize[false] ?? [] where !difference.isNewOrRemoved {
      write(ListItem(difference), at: difference.line)
    }
    for (word, items) in [("new", differences.new), ("removed", differences.removed)]
    where !items.isEmpty {
      let names = items.map { ListItem.name(of: $0.item) }.joined(separator: ", ")
      write(ListItem(word, names), at: items[0].line)
    }
    if let negligible = bySize[true] {
      let names = negligible.map { ListItem.name(of: $0.change) }.joined(separator: ", ")
      write(ListItem("changed by less than a millionth", names), at: nil)
    }
    lines.append("")
  }

  private mutating func write(_ item: ListItem, at line: Int?) {
    let number = line.map(String.init) ?? ""
    let margin = String(repeating: " ", count: max(0, 6 - number.count)) + number + "  "
    let lead = item.style?.applied(to: visible(item.lead), if: colours)
    let first = (lead ?? visible(item.lead)) + (item.rest.isEmpty ? "" : ": ")
    lines.append(margin + first + visible(item.rest))
    for line in item.below { lines.append("        " + visible(line)) }
  }
}

/// The relative change below which a number is only listed by name.
let negligibleShare = 1e-6

extension Comparison {
  /// The differences by lesson, as lines for a terminal or a file, each ending in a line feed.
  public func text(colours: Bool) -> String {
    ComparisonReport(self, colours: colours).lines.map { $0 + "\n" }.joined()
  }
}

extension [Difference] {
  fileprivate var new: [(item: Difference.Item, line: Int?)] {
    compactMap { if case .new(let item) = $0.change { (item, $0.line) } else { nil } }
  }

  fileprivate var removed: [(item: Difference.Item, line: Int?)] {
    compactMap { if case .removed(let item) = $0.change { (item, nil) } else { nil } }
  }
}

extension Difference {
  fileprivate var isNewOrRemoved: Bool {
    switch change {
    case .new, .removed: true
    default: false
    }
  }
}
