/// A unit of a network scheme: a labelled circle on a coarse grid.
///
/// Columns run from left to right, in narrow drawings from top to bottom. A chart that contains nodes or
/// edges is drawn as a scheme, without axes.
public struct NodeMark: ChartContent {
  /// The single mark of the unit.
  public let marks: [Mark]

  /// Creates a unit.
  ///
  /// - Parameters:
  ///   - name: The name by which edges refer to it.
  ///   - label: The text in it; by default its name.
  ///   - column: Its column, from 0; can be a fraction.
  ///   - row: Its row, from 0; can be a fraction.
  public init(_ name: String, label: String? = nil, column: Double, row: Double = 0) {
    marks = [Mark(.node(Node(name: name, label: label ?? name, column: column, row: row)))]
  }
}

/// A connection of a network scheme whose width shows its value; an annotation is printed beside it.
public struct EdgeMark: ChartContent {
  /// The single mark of the connection.
  public let marks: [Mark]

  /// Creates a connection.
  ///
  /// - Parameters:
  ///   - start: The name of the unit at its start.
  ///   - end: The name of the unit at its arrowhead.
  ///   - value: Its value: the greatest magnitude has the widest edge, and an edge too thin to be
  ///     visible is dashed. Without a value the edge is thin.
  ///   - bend: How far it bends to the left of its direction, as a share of its length; about 0.7 or
  ///     −0.7 for a skip connection.
  ///   - series: The series whose colour it has.
  public init(
    from start: String, to end: String, value: Double? = nil, bend: Double = 0,
    series: String? = nil
  ) {
    let edge = Edge(from: start, to: end, value: value.map(Datum.number), bend: bend)
    marks = [Mark(.edge(edge), series: series)]
  }
}

/// The data of a unit of a network scheme; see ``NodeMark``.
public struct Node: Codable, Equatable, Sendable {
  /// The name by which edges refer to it.
  public var name: String
  /// The text in it.
  public var label: String
  /// Its column, from 0.
  public var column: Double
  /// Its row, from 0.
  public var row: Double
}

/// The data of a connection of a network scheme; see ``EdgeMark``.
public struct Edge: Codable, Equatable, Sendable {
  /// The name of the unit at its start.
  public var from: String
  /// The name of the unit at its arrowhead.
  public var to: String
  /// The value shown by its width.
  public var value: Datum?
  /// How far it bends to the left of its direction, as a share of its length.
  public var bend: Double
}
