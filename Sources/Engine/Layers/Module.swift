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
///
/// Fields are searched to any depth: structs, classes with their superclasses, enums, optionals, arrays,
/// tuples and dictionaries. Trap: nothing can look into a closure. A layer that a closure captures is
/// found only if ``children`` names it or a field holds it too.
public protocol Module {
  /// What the module computes.
  func callAsFunction(_ x: Tensor) -> Tensor

  /// What the module holds, by name: by default all stored properties, in the order of their
  /// declaration.
  ///
  /// Parameters, and layers that ``train()`` and ``eval()`` switch, are searched for in here and nowhere
  /// else.
  var children: [(name: String, value: Any)] { get }
}

extension Module {
  /// All stored properties, in the order of their declaration.
  public var children: [(name: String, value: Any)] { fields(of: Mirror(reflecting: self)) }

  /// Every tensor within this module that requires a gradient, with its path: the names of the fields
  /// that lead to it, joined by dots.
  ///
  /// Fields come in the order of their declaration, those of a superclass first. Elements of an array or
  /// a tuple are named by their place, a dictionary's by their keys and in the keys' order. A tensor that
  /// is found twice, as a tied weight is, is listed where it is found first. An optimiser's or a
  /// monitor's parameters are not the module's. Traps when a set holds parameters, which has no order,
  /// and when two keys of a dictionary that holds some print alike.
  public var namedParameters: [(name: String, tensor: Tensor)] { Traversal(self).parameters }

  /// Every parameter once, in the order of ``namedParameters``.
  public var parameters: [Tensor] { namedParameters.map(\.tensor) }
}
