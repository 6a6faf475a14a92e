import Charts
import Markup

/// Draws a heat map as rectangles of equal colour, merging cells if there are too many for the byte
/// budget.
struct HeatMapLayer {
  /// The approximate size of a rectangle in bytes.
  private static let bytes = 18

  /// The rectangles, by the CSS class of their colour.
  private(set) var boxes: [(cssClass: String, boxes: [Box])] = []
  /// The number of cells without a colour, by reason.
  private(set) var omissionCounts = [Int](
    repeating: 0, count: AxisLayout.OmissionReason.allCases.count)
  /// The number of cells whose values lie beyond the ends of the colour scale.
  private(set) var beyondCount = 0
  private(set) var omittedCells: [(reason: AxisLayout.OmissionReason, place: Point)] = []
  /// The number of columns and rows that are averaged into one rectangle.
  private(set) var block = TileBlock()
  /// The numbers in cells that are large enough, with the CSS class of their text.
  private(set) var numbers: [(text: TextBlock, box: Box, cssClass: String)] = []
  private(set) var dataPoints: [DataPoints.Group] = []

  init?(_ prepared: PreparedChart, _ layout: Layout) {
    guard let colorEncoding = prepared.colorEncoding, let cellGrid = prepared.cellGrid else {
      return nil
    }
    let (xAxis, yAxis) = (prepared.chart.xAxis, prepared.chart.yAxis)
    var tiles = HeatMapTiles(
      x: CellGrid.edges(of: cellGrid.x, layout.x, scale: xAxis.scale),
      y: CellGrid.edges(of: cellGrid.y, layout.y, scale: yAxis.scale))
    guard tiles.x.count == cellGrid.x.count + 1, tiles.y.count == cellGrid.y.count + 1 else {
      return
    }
    let whole = tiles
    recordOutside(cellGrid, layout)
    if colorEncoding.data.isCategorical {
      let cssClasses = cellGrid.values.map { $0.map { prepared.style(of: $0.description).colour } }
      block = tiles.fill(cssClasses, atMost: layout.budget.maxCount(bytesEach: Self.bytes))
    } else {
      let fractions = cellGrid.values.enumerated().map {
        fraction(of: $1, at: $0, colorEncoding: colorEncoding, tiles: tiles)
      }
      block = tiles.fill(
        fractions, colorEncoding.scale, atMost: layout.budget.maxCount(bytesEach: Self.bytes))
    }
    boxes = tiles.merged()
    if block == TileBlock() {
      addNumbers(cellGrid, tiles, colorEncoding: colorEncoding, size: layout.size)
    }
    addDataPoints(cellGrid, whole)
  }

  /// The approximate size of the layer in bytes.
  var byteCount: Int { boxes.reduce(0) { $0 + $1.boxes.count * Self.bytes } }

  /// The rectangles, and the markers of cells without a colour.
  var svg: [HTML] {
    boxes.map { PathElements.cells($0.boxes, $0.cssClass) }
      + omittedCells.map { "<path class=\"gap lost\" d=\"\($0.reason.marker(at: $0.place))\"/>" }
  }

  /// The numbers in cells.
  var text: [HTML] {
    numbers.flatMap {
      $0.text.svg(in: $0.box, SVGTextStyle(cssClass: $0.cssClass, anchor: .middle))
    }
  }

  /// Counts the cells whose positions are outside the axes.
  private mutating func recordOutside(_ cellGrid: CellGrid, _ layout: Layout) {
    let columns = cellGrid.x.count { layout.x.omissionReason(of: $0) != nil }
    let rows = cellGrid.y.count { layout.y.omissionReason(of: $0) != nil }
    let seen = (cellGrid.x.count - columns) * (cellGrid.y.count - rows)
    omissionCounts[AxisLayout.OmissionReason.outside.rawValue] +=
      cellGrid.x.count * cellGrid.y.count - seen
  }

  private mutating func fraction(
    of value: Datum?, at index: Int, colorEncoding: ColorEncoding, tiles: HeatMapTiles
  )
    -> Double?
  {
    guard let value else { return nil }
    if colorEncoding.isBeyond(value) { beyondCount += 1 }
    switch colorEncoding.fraction(of: value) {
    case .success(let fraction): return fraction
    case .failure(let reason):
      omissionCounts[reason.rawValue] += 1
      let box = tiles.box(index)
      if omittedCells.count < 200, min(box.width, box.height) >= 9 {
        omittedCells.append((reason, box.middle))
      }
      return nil
    }
  }

  /// The maximum number of cells for which numbers are printed.
  static let maxNumbers = 120

  /// Prints numbers in the cells if all fit: in one line, in two lines, or in a smaller font.
  private mutating func addNumbers(
    _ cellGrid: CellGrid, _ tiles: HeatMapTiles, colorEncoding: ColorEncoding, size: Drawing.Size
  ) {
    guard cellGrid.values.count <= Self.maxNumbers, !colorEncoding.data.isCategorical else {
      return
    }
    let forms = [(1, false), (2, false), (1, true), (2, true)]
    numbers =
      forms.lazy.compactMap { lines, isSmall in
        Self.numbers(cellGrid, tiles, colorEncoding: colorEncoding) { number, width in
          isSmall
            ? TextBlock(number, within: lines > 1 ? width : .infinity, size: size, fontSize: 11)
            : TextBlock(number, within: lines > 1 ? width : .infinity, size: size)
        }
      }.first ?? []
  }

  /// The numbers in cells; nil if one does not fit.
  private static func numbers(
    _ cellGrid: CellGrid, _ tiles: HeatMapTiles, colorEncoding: ColorEncoding,
    layOut: (_ number: String, _ width: Double) -> TextBlock
  ) -> [(text: TextBlock, box: Box, cssClass: String)]? {
    var numbers: [(text: TextBlock, box: Box, cssClass: String)] = []
    for (index, value) in cellGrid.values.enumerated() {
      guard let value, case .success(let fraction) = colorEncoding.fraction(of: value) else {
        continue
      }
      let cell = tiles.box(index)
      let text = layOut(Numeral(value.number ?? 0, upTo: 2).description, cell.width - 4)
      guard text.width + 4 <= cell.width, text.height + 2 <= cell.height else { return nil }
      let isDark = colorEncoding.scale.isDark(colorEncoding.scale.step(of: fraction))
      let box = text.box(with: (0.5, 0.5), at: cell.middle)
      let classes = ["inside", isDark ? "dark" : nil, text.isSmall ? "small" : nil]
      numbers.append((text, box, classes.compactMap { $0 }.joined(separator: " ")))
    }
    return numbers
  }

  private mutating func addDataPoints(_ cellGrid: CellGrid, _ tiles: HeatMapTiles) {
    let isSmall = cellGrid.values.count <= DataPoints.maxCells
    let columns = sample(Array(cellGrid.x.indices), atMost: isSmall ? .max : 12)
    dataPoints = sample(Array(cellGrid.y.indices), atMost: isSmall ? .max : 10).map { row in
      let dataPoints = columns.compactMap { column -> DataPoints.Item? in
        let index = row * cellGrid.x.count + column
        guard let value = cellGrid.values[index] else { return nil }
        let box = tiles.box(index)
        return DataPoints.Item(
          place: box.middle, text: "\(cellGrid.x[column]): \(value)", box: box)
      }
      return DataPoints.Group(name: cellGrid.y[row].description, dataPoints: dataPoints)
    }
    if !isSmall, !dataPoints.isEmpty { dataPoints[0].total = cellGrid.values.count { $0 != nil } }
  }
}
