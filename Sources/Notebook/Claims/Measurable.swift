/// A type whose values can be the subject of a claim: numbers, optionals and sequences of them.
public protocol Measurable {
  /// The numbers; empty for a missing value.
  var measurements: [Double] { get }
}

extension Double: Measurable {
  /// The number alone.
  public var measurements: [Double] { [self] }
}

extension Float: Measurable {
  /// The number alone.
  public var measurements: [Double] { [Double(self)] }
}

extension Int: Measurable {
  /// The number alone.
  public var measurements: [Double] { [Double(self)] }
}

extension Tensor: Measurable {
  /// All its numbers.
  public var measurements: [Double] { values.map(Double.init) }
}

extension Optional: Measurable where Wrapped: Measurable {
  /// The wrapped numbers; empty for nil.
  public var measurements: [Double] { self?.measurements ?? [] }
}

extension Sequence where Element: Measurable {
  /// The numbers of all elements; empty if an element has none, so that a missing value fails the claim.
  public var measurements: [Double] {
    let all = map(\.measurements)
    return all.contains(where: \.isEmpty) ? [] : Array<Double>(all.joined())
  }
}

extension Array: Measurable where Element: Measurable {}
extension ArraySlice: Measurable where Element: Measurable {}
extension Set: Measurable where Element: Measurable {}
extension Dictionary.Values: Measurable where Element: Measurable {}
extension LazyMapSequence: Measurable where Element: Measurable {}
extension LazyFilterSequence: Measurable where Element: Measurable {}
extension ReversedCollection: Measurable where Element: Measurable {}
extension StrideTo: Measurable where Element: Measurable {}
extension StrideThrough: Measurable where Element: Measurable {}
