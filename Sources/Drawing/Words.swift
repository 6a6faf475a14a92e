import Markup

/// Words broken into lines, as one block that can be put somewhere.
struct Words {
  let lines: [String]
  let width: Double
  let height: Double
  private let leading: Double
  /// Whether its letters are smaller than the drawing's.
  let isSmall: Bool

  /// Words in lines; the letters are the drawing's, or smaller.
  init(_ lines: [String], _ size: Drawing.Size, bold: Bool = false, letters: Double? = nil) {
    self.lines = lines
    width = lines.map { TextWidth.of($0, size: letters ?? size.text, bold: bold) }.max() ?? 0
    leading = letters.map { $0 + 2 } ?? size.leading
    height = Double(lines.count) * leading
    isSmall = letters != nil
  }

  /// Breaks words in small letters into lines.
  init(_ words: String, within width: Double, _ size: Drawing.Size, letters: Double) {
    let lines = Wrapping.lines(words, within: width, size: letters)
    self.init(lines, size, letters: letters)
  }

  /// Breaks words into as few lines as a measure allows, and those as even as can be.
  init(_ words: String, within width: Double, _ size: Drawing.Size, bold: Bool = false) {
    let lines = Wrapping.lines(words, within: width, size: size.text, bold: bold)
    var even = lines
    var (low, high) = (width / 2, width)
    while 2...4 ~= lines.count, high - low > 4 {
      let middle = (low + high) / 2
      let narrower = Wrapping.lines(words, within: middle, size: size.text, bold: bold)
      let isWorse =
        narrower.count > lines.count
        || Wrapping.breaksWords(words, within: middle, size: size.text, bold: bold)
      if isWorse { low = middle } else { (high, even) = (middle, narrower) }
    }
    self.init(even, size, bold: bold)
  }

  /// The box of the block with one of its points at a place: (0, 0) its top left corner, (1, 1)
  /// its bottom right one.
  func box(with share: (x: Double, y: Double), at point: Point) -> Box {
    let left = point.x - share.x * width
    let top = point.y - share.y * height
    return Box(left: left, top: top, right: left + width, bottom: top + height)
  }

  /// The lines, set in a box of the block's size.
  func svg(in box: Box, _ style: TextStyle) -> [HTML] {
    let x =
      switch style.anchor {
      case .start: box.left
      case .middle: box.middle.x
      case .end: box.right
      }
    return lines.enumerated().map { index, line in
      let y = box.top + (Double(index) + 0.5) * leading
      return Lettering.text(line, at: Point(x: x, y: y), style)
    }
  }
}
