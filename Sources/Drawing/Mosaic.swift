import Charts
import Markup

/// A heat map in pixels: rectangles of each step of the palette, few enough for the drawing.
struct Mosaic {
  /// About how many bytes a rectangle takes.
  private static let bytes = 18

  /// Rectangles by the class of their colour.
  private(set) var boxes: [(kind: String, boxes: [Box])] = []
  /// How many cells have no colour, by what keeps them from having one.
  private(set) var faults = [Int](repeating: 0, count: Dimension.Fault.allCases.count)
  /// How many cells have the colour of an end that they lie beyond.
  private(set) var beyond = 0
  private(set) var faultPlaces: [(fault: Dimension.Fault, place: Point)] = []
  /// How many columns and rows one rectangle's colour is the mean of.
  private(set) var block = Block()
  /// The numbers in cells that have room for them, with the class of their words.
  private(set) var numbers: [(words: Words, box: Box, kind: String)] = []
  private(set) var readings: [Readings.Group] = []

  init?(_ contents: Contents, _ layout: Layout) {
    guard let shading = contents.shading, let lattice = contents.lattice else { return nil }
    let (xAxis, yAxis) = (contents.chart.xAxis, contents.chart.yAxis)
    var tiles = Tiles(
      x: Lattice.edges(of: lattice.x, layout.x, xAxis.scale),
      y: Lattice.edges(of: lattice.y, layout.y, yAxis.scale))
    guard tiles.x.count == lattice.x.count + 1, tiles.y.count == lattice.y.count + 1 else { return }
    let whole = tiles
    noteOutside(lattice, layout)
    if shading.data.isCategorical {
      let kinds = lattice.values.map { $0.map { contents.style(of: $0.description).colour } }
      block = tiles.fill(kinds, atMost: layout.budget.most(Self.bytes))
    } else {
      let shares = lattice.values.enumerated().map { share(of: $1, at: $0, shading, tiles) }
      block = tiles.fill(shares, shading.scale, atMost: layout.budget.most(Self.bytes))
    }
    boxes = tiles.merged()
    if block == Block() { addNumbers(lattice, tiles, shading, layout.size) }
    addReadings(lattice, whole)
  }

  /// About how many bytes it takes.
  var weight: Int { boxes.reduce(0) { $0 + $1.boxes.count * Self.bytes } }

  /// The rectangles and the marks of cells without a colour.
  var svg: [HTML] {
    boxes.map { Shapes.cells($0.boxes, $0.kind) }
      + faultPlaces.map { "<path class=\"gap lost\" d=\"\($0.fault.marker(at: $0.place))\"/>" }
  }

  /// The numbers in cells.
  var words: [HTML] {
    numbers.flatMap { $0.words.svg(in: $0.box, TextStyle(kind: $0.kind, anchor: .middle)) }
  }

  /// Notes the cells whose places lie outside the axes.
  private mutating func noteOutside(_ lattice: Lattice, _ layout: Layout) {
    let columns = lattice.x.count { layout.x.fault(of: $0) != nil }
    let rows = lattice.y.count { layout.y.fault(of: $0) != nil }
    let seen = (lattice.x.count - columns) * (lattice.y.count - rows)
    faults[Dimension.Fault.outside.rawValue] += lattice.x.count * lattice.y.count - seen
  }

  private mutating func share(of value: Datum?, at index: Int, _ shading: Shading, _ tiles: Tiles)
    -> Double?
  {
    guard let value else { return nil }
    if shading.isBeyond(value) { beyond += 1 }
    switch shading.share(of: value) {
    case .success(let share): return share
    case .failure(let fault):
      faults[fault.rawValue] += 1
      let box = tiles.box(index)
      if faultPlaces.count < 200, min(box.width, box.height) >= 9 {
        faultPlaces.append((fault, box.middle))
      }
      return nil
    }
  }

  /// The most cells that have numbers in them.
  static let mostNumbers = 120

  /// Writes numbers into the cells if all have room: in one line, in two, in smaller letters.
  private mutating func addNumbers(
    _ lattice: Lattice, _ tiles: Tiles, _ shading: Shading, _ size: Drawing.Size
  ) {
    guard lattice.values.count <= Self.mostNumbers, !shading.data.isCategorical else { return }
    let forms = [(1, false), (2, false), (1, true), (2, true)]
    numbers =
      forms.lazy.compactMap { lines, isSmall in
        Self.numbers(lattice, tiles, shading) { number, width in
          isSmall
            ? Words(number, within: lines > 1 ? width : .infinity, size, letters: 11)
            : Words(number, within: lines > 1 ? width : .infinity, size)
        }
      }.first ?? []
  }

  /// The numbers in cells, nil if some has no room.
  private static func numbers(
    _ lattice: Lattice, _ tiles: Tiles, _ shading: Shading,
    _ set: (_ number: String, _ width: Double) -> Words
  ) -> [(words: Words, box: Box, kind: String)]? {
    var numbers: [(words: Words, box: Box, kind: String)] = []
    for (index, value) in lattice.values.enumerated() {
      guard let value, case .success(let share) = shading.share(of: value) else { continue }
      let cell = tiles.box(index)
      let words = set(Numeral(value.number ?? 0, upTo: 2).description, cell.width - 4)
      guard words.width + 4 <= cell.width, words.height + 2 <= cell.height else { return nil }
      let isDark = shading.scale.isDark(shading.scale.step(of: share))
      let box = words.box(with: (0.5, 0.5), at: cell.middle)
      let kinds = ["inside", isDark ? "dark" : nil, words.isSmall ? "small" : nil]
      numbers.append((words, box, kinds.compactMap { $0 }.joined(separator: " ")))
    }
    return numbers
  }

  private mutating func addReadings(_ lattice: Lattice, _ tiles: Tiles) {
    let isSmall = lattice.values.count <= Readings.mostCells
    let columns = sample(Array(lattice.x.indices), atMost: isSmall ? .max : 12)
    readings = sample(Array(lattice.y.indices), atMost: isSmall ? .max : 10).map { row in
      let readings = columns.compactMap { column -> Readings.Reading? in
        let index = row * lattice.x.count + column
        guard let value = lattice.values[index] else { return nil }
        let box = tiles.box(index)
        return Readings.Reading(
          place: box.middle, words: "\(lattice.x[column]): \(value)", box: box)
      }
      return Readings.Group(name: lattice.y[row].description, readings: readings)
    }
    if !isSmall, !readings.isEmpty { readings[0].total = lattice.values.count { $0 != nil } }
  }
}
