/// A layer or a network of layers: a parameterised function from tensors to tensors.
///
/// A conforming type declares its fields and its function; its parameters are found in its fields:
///
///     struct Network: Module {
///       let first, last: Linear
///       func callAsFunction(_ x: Tensor) -> Tensor { last(first(x).tanh()) }
///     }
///
/// has the parameters `first.weight`, `first.bias`, `last.weight` and `last.bias`.
///
/// Fields are searched recursively: structs, classes with their superclasses, enums, optionals, arrays,
/// tuples and dictionaries. Closures cannot be searched: a layer that a closure captures is found only if
/// ``children`` lists it or a field holds it too.
public protocol Module {
  /// The output of the module for input `x`.
  func callAsFunction(_ x: Tensor) -> Tensor

  /// The named parts of the module: by default all stored properties, in the order of declaration.
  ///
  /// Only these are searched for parameters, and for layers that ``train()`` and ``eval()`` switch.
  var children: [(name: String, value: Any)] { get }
}

extension Module {
  /// All stored properties, in the order of declaration.
  public var children: [(name: String, value: Any)] { fields(of: Mirror(reflecting: self)) }

  /// Every tensor in this module that requires a gradient, with its path: the names of the fields that
  /// lead to it, joined by dots.
  ///
  /// Fields are in the order of declaration, those of a superclass first. Elements of an array or a tuple
  /// are named by their index, those of a dictionary by their keys, in the order of the keys. A tensor that
  /// is found twice, such as a tied weight, is listed at its first path. The parameters of an optimiser or
  /// a monitor are not included. Traps when a set contains parameters, since it has no order, and when a
  /// dictionary contains parameters and two of its keys have the same description.
  public var namedParameters: [(name: String, tensor: Tensor)] { Traversal(self).parameters }

  /// Every parameter once, in the order of ``namedParameters``.
  public var parameters: [Tensor] { namedParameters.map(\.tensor) }
}
