/// Modules one after the other: each receives what the one before it made.
///
/// Its parameters are named by place: `0.weight`, `0.bias`, `2.weight`, …
public struct Sequential: Module {
  /// The modules, the first one first.
  public let layers: [any Module]

  /// A chain of `layers`.
  public init(_ layers: [any Module]) { self.layers = layers }

  /// A chain of `layers`.
  public init(_ layers: any Module...) { self.layers = layers }

  /// What the last module makes of it.
  public func callAsFunction(_ x: Tensor) -> Tensor { layers.reduce(x) { $1($0) } }

  /// The modules, each named by its place.
  public var children: [(name: String, value: Any)] {
    layers.enumerated().map { (String($0), $1) }
  }
}
