import Markup

/// Text broken into lines, as a block that can be positioned.
struct TextBlock {
  let lines: [String]
  let width: Double
  let height: Double
  private let leading: Double
  /// Whether the font is smaller than that of the drawing.
  let isSmall: Bool

  /// Creates a block from lines, in the drawing's font size unless another one is given.
  init(_ lines: [String], _ size: Drawing.Size, bold: Bool = false, fontSize: Double? = nil) {
    self.lines = lines
    width = lines.map { TextWidth.of($0, size: fontSize ?? size.fontSize, bold: bold) }.max() ?? 0
    leading = fontSize.map { $0 + 2 } ?? size.leading
    height = Double(lines.count) * leading
    isSmall = fontSize != nil
  }

  /// Breaks text in a smaller font into lines.
  init(_ text: String, within width: Double, size: Drawing.Size, fontSize: Double) {
    let lines = TextWrapping.lines(text, within: width, size: fontSize)
    self.init(lines, size, fontSize: fontSize)
  }

  /// Breaks text into as few lines as possible, with lengths as even as possible.
  init(_ text: String, within width: Double, size: Drawing.Size, bold: Bool = false) {
    let lines = TextWrapping.lines(text, within: width, size: size.fontSize, bold: bold)
    var even = lines
    var (low, high) = (width / 2, width)
    while 2...4 ~= lines.count, high - low > 4 {
      let middle = (low + high) / 2
      let narrower = TextWrapping.lines(text, within: middle, size: size.fontSize, bold: bold)
      let isWorse =
        narrower.count > lines.count
        || TextWrapping.breaksWords(text, within: middle, size: size.fontSize, bold: bold)
      if isWorse { low = middle } else { (high, even) = (middle, narrower) }
    }
    self.init(even, size, bold: bold)
  }

  /// The box of the block with one of its points at `point`: (0, 0) is its top left corner, (1, 1)
  /// its bottom right corner.
  func box(with fraction: (x: Double, y: Double), at point: Point) -> Box {
    let left = point.x - fraction.x * width
    let top = point.y - fraction.y * height
    return Box(left: left, top: top, right: left + width, bottom: top + height)
  }

  /// The SVG of the lines in a box of the block's size.
  func svg(in box: Box, _ style: SVGTextStyle) -> [HTML] {
    let x =
      switch style.anchor {
      case .start: box.left
      case .middle: box.middle.x
      case .end: box.right
      }
    return lines.enumerated().map { index, line in
      let y = box.top + (Double(index) + 0.5) * leading
      return TextRendering.text(line, at: Point(x: x, y: y), style: style)
    }
  }
}
