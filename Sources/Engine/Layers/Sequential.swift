/// A chain of modules, each applied to the output of the one before: y = Lₙ(…L₁(L₀(x))).
///
/// Its parameters are named by index: `0.weight`, `0.bias`, `2.weight`, …
public struct Sequential: Module {
  /// The modules in order of application.
  public let layers: [any Module]

  /// A chain of `layers`.
  public init(_ layers: [any Module]) { self.layers = layers }

  /// A chain of `layers`.
  public init(_ layers: any Module...) { self.layers = layers }

  /// The output of the last module.
  public func callAsFunction(_ x: Tensor) -> Tensor { layers.reduce(x) { $1($0) } }

  /// The modules, each named by its index.
  public var children: [(name: String, value: Any)] {
    layers.enumerated().map { (String($0), $1) }
  }
}
