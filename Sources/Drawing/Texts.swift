import Charts
import Markup

/// The words of text marks.
struct Texts {
  private let texts: [(words: String, place: Point)]
  private let layout: Layout
  private(set) var omissions = Omissions()
  private(set) var reductions = Reductions()
  /// About how many bytes one takes.
  private static let bytes = 90

  init(_ chart: Chart, in layout: Layout) {
    self.layout = layout
    var all: [(words: String, place: Point)] = []
    for mark in chart.marks {
      guard case .text(let text, let x, let y) = mark.shape else { continue }
      guard layout.x.fault(of: x) == nil, layout.y.fault(of: y) == nil,
        let x = layout.x.position(of: x), let y = layout.y.position(of: y)
      else {
        omissions.lose(text)
        continue
      }
      all.append((text, Point(x: x, y: y)))
    }
    texts = Thinning.evenly(all, atMost: layout.budget.most(Self.bytes))
    reductions.note(.texts, drawn: texts.count, of: all.count, bytes: Self.bytes)
  }

  /// The words, centred on their places whatever is there.
  func svg(on ground: inout Ground) -> [HTML] {
    var svg: [HTML] = []
    for text in texts {
      let words = Words(text.words, within: layout.plot.width, layout.size)
      let box = words.box(with: (0.5, 0.5), at: text.place).moved(into: layout.all)
      ground.occupy(box, by: .words)
      svg += words.svg(in: box, TextStyle(kind: "note", anchor: .middle))
    }
    return svg
  }
}
