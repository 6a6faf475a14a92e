import Charts

/// The positions of the units of a network scheme.
struct SchemeLayout {
  let nodes: [Node]
  let edges: [(edge: Edge, series: String?, annotation: String?)]
  let width: Double
  let height: Double
  let radius: Double
  /// The largest finite magnitude of an edge's value.
  let largest: Double
  private let places: [String: Point]
  /// The distance between columns, and whether they are stacked from top to bottom.
  let step: Double
  let isUpright: Bool
  /// The units and edges without a position.
  private(set) var omissions = Omissions()

  init(_ chart: Chart, _ size: Drawing.Size) {
    nodes = chart.marks.compactMap { mark in
      guard case .node(let node) = mark.shape, node.column.isFinite, node.row.isFinite
      else { return nil }
      return node
    }
    let names = Set(nodes.map(\.name))
    edges = chart.marks.compactMap { mark in
      guard case .edge(let edge) = mark.shape, names.contains(edge.from), names.contains(edge.to)
      else { return nil }
      return (edge, mark.series, mark.annotation)
    }
    omissions = Self.omissions(of: chart, names)
    let magnitudes = edges.compactMap { $0.edge.value?.number?.magnitude }.filter(\.isFinite)
    largest = max(magnitudes.max() ?? 0, .leastNormalMagnitude)
    width = size.width
    let columns = Extent(nodes.map(\.column))
    let rows = Extent(nodes.map(\.row) + Self.reaches(nodes, edges.map(\.edge)))
    let isUpright = size == .narrow && columns.span > 1.2 * rows.span && columns.span > 3
    let across = isUpright ? rows : columns
    let margin = 44.0
    let unit = min((size.width - 2 * margin) / max(across.span, 1e-9), 96)
    let other =
      isUpright ? min(64, 760 / max(columns.span, 1e-9)) : min(64, 420 / max(rows.span, 1e-9))
    let radius = min(17, 0.34 * min(unit, other) + 2)
    let left = (size.width - unit * across.span) / 2
    let head = radius + 10 + (edges.contains { $0.annotation != nil } ? size.leading : 0)
    places = Dictionary(
      nodes.map { node in
        let (along, beside) = (node.column - columns.low, node.row - rows.low)
        let place =
          isUpright
          ? Point(x: left + beside * unit, y: head + along * other)
          : Point(x: left + along * unit, y: head + beside * other)
        return (node.name, place)
      }, uniquingKeysWith: { first, _ in first })
    self.isUpright = isUpright
    self.radius = radius
    step = isUpright ? other : unit
    height = head + radius + 10 + other * (isUpright ? columns.span : rows.span)
  }

  private static func omissions(of chart: Chart, _ names: Set<String>) -> Omissions {
    var omissions = Omissions()
    for mark in chart.marks {
      switch mark.shape {
      case .node(let node) where !names.contains(node.name): omissions.recordDropped(node.name)
      case .edge(let edge) where !names.isSuperset(of: [edge.from, edge.to]):
        omissions.recordDropped("\(edge.from) → \(edge.to)")
      case .node, .edge: break
      default:
        omissions.recordDropped(
          mark.annotation ?? mark.series ?? "marks that are no units or edges")
      }
    }
    return omissions
  }

  /// The rows that the bends of curved edges reach.
  private static func reaches(_ nodes: [Node], _ edges: [Edge]) -> [Double] {
    let known = Dictionary(nodes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return edges.compactMap { edge in
      guard let from = known[edge.from], let to = known[edge.to], edge.bend.isFinite else {
        return nil
      }
      let side: Double = to.column < from.column ? 1 : -1
      return (from.row + to.row) / 2 + side * edge.bend * 1.1 * (to.column - from.column).magnitude
        / 2
    }
  }

  func place(_ node: Node) -> Point { places[node.name] ?? Point(x: 0, y: 0) }

  func place(_ name: String) -> Point? { places[name] }
}

/// The minimum of some numbers and the distance to their maximum.
private struct Extent {
  let low: Double
  let span: Double

  init(_ numbers: [Double]) {
    low = numbers.min() ?? 0
    span = min((numbers.max() ?? 0) - low, 1e6)
  }
}
