import Charts
import Markup

/// A heat map in pixels: rectangles of each step of the palette, few enough for the drawing.
struct HeatMapLayer {
  /// About how many bytes a rectangle takes.
  private static let bytes = 18

  /// Rectangles by the class of their colour.
  private(set) var boxes: [(cssClass: String, boxes: [Box])] = []
  /// How many cells have no colour, by what keeps them from having one.
  private(set) var omissionCounts = [Int](
    repeating: 0, count: AxisLayout.OmissionReason.allCases.count)
  /// How many cells have the colour of an end that they lie beyond.
  private(set) var beyond = 0
  private(set) var omittedCells: [(reason: AxisLayout.OmissionReason, place: Point)] = []
  /// How many columns and rows one rectangle's colour is the mean of.
  private(set) var block = TileBlock()
  /// The numbers in cells that have room for them, with the class of their words.
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
    noteOutside(cellGrid, layout)
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

  /// About how many bytes it takes.
  var weight: Int { boxes.reduce(0) { $0 + $1.boxes.count * Self.bytes } }

  /// The rectangles and the marks of cells without a colour.
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

  /// Notes the cells whose places lie outside the axes.
  private mutating func noteOutside(_ cellGrid: CellGrid, _ layout: Layout) {
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
    if colorEncoding.isBeyond(value) { beyond += 1 }
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

  /// The most cells that have numbers in them.
  static let maxNumbers = 120

  /// Writes numbers into the cells if all have room: in one line, in two, in smaller letters.
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

  /// The numbers in cells, nil if some has no room.
  private static func numbers(
    _ cellGrid: CellGrid, _ tiles: HeatMapTiles, colorEncoding: ColorEncoding,
    layOut set: (_ number: String, _ width: Double) -> TextBlock
  ) -> [(text: TextBlock, box: Box, cssClass: String)]? {
    var numbers: [(text: TextBlock, box: Box, cssClass: String)] = []
    for (index, value) in cellGrid.values.enumerated() {
      guard let value, case .success(let fraction) = colorEncoding.fraction(of: value) else {
        continue
      }
      let cell = tiles.box(index)
      let text = set(Numeral(value.number ?? 0, upTo: 2).description, cell.width - 4)
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
