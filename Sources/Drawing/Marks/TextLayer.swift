import Charts
import Markup

/// Draws text marks.
struct TextLayer {
  private let texts: [(text: String, place: Point)]
  private let layout: Layout
  private(set) var omissions = Omissions()
  private(set) var downsampling = DownsamplingReport()
  /// The approximate size of a text in bytes.
  private static let bytes = 90

  init(_ chart: Chart, in layout: Layout) {
    self.layout = layout
    var all: [(text: String, place: Point)] = []
    for mark in chart.marks {
      guard case .text(let text, let x, let y) = mark.shape else { continue }
      guard layout.x.omissionReason(of: x) == nil, layout.y.omissionReason(of: y) == nil,
        let x = layout.x.position(of: x), let y = layout.y.position(of: y)
      else {
        omissions.recordDropped(text)
        continue
      }
      all.append((text, Point(x: x, y: y)))
    }
    texts = Downsampling.evenly(all, atMost: layout.budget.maxCount(bytesEach: Self.bytes))
    downsampling.record(.texts, drawn: texts.count, of: all.count, bytes: Self.bytes)
  }

  /// The texts, centred on their positions regardless of what is drawn there.
  func svg(occupying occupancy: inout OccupancyGrid) -> [HTML] {
    var svg: [HTML] = []
    for label in texts {
      let text = TextBlock(label.text, within: layout.plot.width, size: layout.size)
      let box = text.box(with: (0.5, 0.5), at: label.place).moved(into: layout.area)
      occupancy.occupy(box, by: .text)
      svg += text.svg(in: box, SVGTextStyle(cssClass: "note", anchor: .middle))
    }
    return svg
  }
}
