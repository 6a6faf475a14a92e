/// A comparison as its author reads it in a terminal: a heading for each lesson that differs, a line
/// for each thing in it, and a last line that counts.
struct ReadingList {
  private(set) var lines: [String] = []
  private let colours: Bool

  init(_ comparison: Comparison, colours: Bool) {
    self.colours = colours
    if let (from, to) = comparison.engines {
      lines += ["computed with \(to)", "before with   \(from)", ""].map(visible)
    }
    var lessons: [String] = []
    for difference in comparison.differences where lessons.last != difference.file {
      lessons.append(difference.file)
    }
    for lesson in lessons {
      list(comparison.differences.filter { $0.file == lesson }, of: lesson)
    }
    lines.append(Tally(comparison, lessons: lessons.count).words)
  }

  private mutating func list(_ differences: [Difference], of lesson: String) {
    lines.append(Style.heading.applied(to: visible(lesson), if: colours))
    let isSlight = Dictionary(grouping: differences) { $0.isBelow(slight) }
    for difference in isSlight[false] ?? [] where !difference.cameOrWent {
      let paragraph = Paragraph(difference)
      write(paragraph, at: difference.line)
    }
    for (word, things) in [("new", differences.new), ("gone", differences.gone)]
    where !things.isEmpty {
      let words = things.map { Paragraph.name(of: $0.thing) }.joined(separator: ", ")
      write(Paragraph(word, words), at: things[0].line)
    }
    if let small = isSlight[true] {
      let names = small.map { Paragraph.name(of: $0.change) }.joined(separator: ", ")
      write(Paragraph("by less than a millionth", names), at: nil)
    }
    lines.append("")
  }

  private mutating func write(_ paragraph: Paragraph, at line: Int?) {
    let number = line.map(String.init) ?? ""
    let margin = String(repeating: " ", count: max(0, 6 - number.count)) + number + "  "
    let lead = paragraph.style?.applied(to: visible(paragraph.lead), if: colours)
    let first = (lead ?? visible(paragraph.lead)) + (paragraph.rest.isEmpty ? "" : ": ")
    lines.append(margin + first + visible(paragraph.rest))
    for line in paragraph.below { lines.append("        " + visible(line)) }
  }
}

/// The share of itself below which a movement is not worth a line.
let slight = 1e-6

extension Comparison {
  /// The list of what differs, lesson by lesson, for a terminal or a file; every line has its end.
  public func text(colours: Bool) -> String {
    ReadingList(self, colours: colours).lines.map { $0 + "\n" }.joined()
  }
}

extension [Difference] {
  fileprivate var new: [(thing: Difference.Thing, line: Int?)] {
    compactMap { if case .new(let thing) = $0.change { (thing, $0.line) } else { nil } }
  }

  fileprivate var gone: [(thing: Difference.Thing, line: Int?)] {
    compactMap { if case .gone(let thing) = $0.change { (thing, nil) } else { nil } }
  }
}

extension Difference {
  fileprivate var cameOrWent: Bool {
    switch change {
    case .new, .gone: true
    default: false
    }
  }
}
