/// How a loss combines the losses of its elements into one number.
public enum Reduction: Sendable {
  /// Their mean.
  case mean
  /// Their sum.
  case sum

  func scale(_ count: Int) -> Double { self == .mean ? 1 / Double(count) : 1 }
}
