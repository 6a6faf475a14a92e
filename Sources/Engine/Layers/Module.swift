/// A layer, or a network of layers: a value that maps a tensor to a tensor with the help of
/// parameters.
///
/// A conforming type declares its fields and what it computes; its parameters are found in its fields:
///
///     struct Network: Module {
///       let first, last: Linear
///       func callAsFunction(_ x: Tensor) -> Tensor { last(first(x).tanh()) }
///     }
///
/// has the parameters `first.weight`, `first.bias`, `last.weight` and `last.bias`.
public protocol Module {
  /// What the module computes.
  func callAsFunction(_ x: Tensor) -> Tensor

  /// Every parameter with its path: the names of the fields that lead to it, joined by dots.
  var namedParameters: [(name: String, tensor: Tensor)] { get }
}

extension Module {
  /// Every tensor that requires a gradient in this module's fields, in the order of their declaration.
  ///
  /// Elements of an array are named by their index.
  public var namedParameters: [(name: String, tensor: Tensor)] {
    Engine.namedParameters(in: self)
  }

  /// Every parameter, in the order of ``namedParameters``.
  public var parameters: [Tensor] { namedParameters.map(\.tensor) }
}

/// The parameters in a module's fields, with their paths from there.
private func namedParameters(in value: Any) -> [(name: String, tensor: Tensor)] {
  Mirror(reflecting: value).children.enumerated().flatMap { index, field in
    let name = field.label ?? String(index)
    return contents(of: field.value).map { path, tensor in
      (path.isEmpty ? name : "\(name).\(path)", tensor)
    }
  }
}

/// The parameters that a field's value is or holds.
private func contents(of value: Any) -> [(name: String, tensor: Tensor)] {
  if let tensor = value as? Tensor { return tensor.requiresGrad ? [("", tensor)] : [] }
  if let module = value as? any Module { return module.namedParameters }
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .optional: return mirror.children.first.map { contents(of: $0.value) } ?? []
  case .collection, .tuple: return namedParameters(in: value)
  default: return []
  }
}
