/// A unit of a network scheme: a circle with words at a place of a coarse grid.
///
/// Columns run in the direction of reading, on a narrow drawing downwards. Nodes and edges have no
/// axes: a chart that has some is drawn as a scheme.
public struct NodeMark: ChartContent {
  /// The unit alone.
  public let marks: [Mark]

  /// Creates a unit.
  ///
  /// - Parameters:
  ///   - name: What edges call it.
  ///   - label: The words in it; without them its name.
  ///   - column: Its column, from 0; may be a fraction.
  ///   - row: Its row, from 0; may be a fraction.
  public init(_ name: String, label: String? = nil, column: Double, row: Double = 0) {
    marks = [Mark(.node(Node(name: name, label: label ?? name, column: column, row: row)))]
  }
}

/// A connection of a network scheme, as wide as the number it carries; an annotation stands beside
/// it.
public struct EdgeMark: ChartContent {
  /// The connection alone.
  public let marks: [Mark]

  /// Creates a connection.
  ///
  /// - Parameters:
  ///   - start: The unit from which it leaves.
  ///   - end: The unit at which its arrowhead points.
  ///   - value: What it carries: the greatest magnitude is the widest, and what would be too thin to
  ///     be seen is dashed. Without it the edge is thin.
  ///   - bend: How far it bends to the left of its way, in shares of its length; a skip path has about 0.7 or −0.7.
  ///   - series: Whose colour it has.
  public init(
    from start: String, to end: String, value: Double? = nil, bend: Double = 0,
    series: String? = nil
  ) {
    let edge = Edge(from: start, to: end, value: value.map(Datum.number), bend: bend)
    marks = [Mark(.edge(edge), series: series)]
  }
}

/// A unit of a network scheme.
public struct Node: Codable, Equatable, Sendable {
  /// What edges call it.
  public var name: String
  /// The words in it.
  public var label: String
  /// Its column, from 0.
  public var column: Double
  /// Its row, from 0.
  public var row: Double
}

/// A connection of a network scheme.
public struct Edge: Codable, Equatable, Sendable {
  /// The unit from which it leaves.
  public var from: String
  /// The unit at which it points.
  public var to: String
  /// What it carries.
  public var value: Datum?
  /// How far it bends to the left of its way, in shares of its length.
  public var bend: Double
}
