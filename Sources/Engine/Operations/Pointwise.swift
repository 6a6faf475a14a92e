/// A function of one number that is applied to every number of a tensor.
protocol Pointwise {
  /// f(x).
  func value(_ x: Float) -> Float
  /// ∂L/∂x = ∂L/∂y · f′(x), given dy = ∂L/∂y and both x and y = f(x), whichever is cheaper to use.
  func gradient(_ dy: Float, _ x: Float, _ y: Float) -> Float
  /// The values that `gradient` reads besides dy, which are captured for it.
  static var slopeReads: SlopeReads { get }
}

/// A function whose gradient is the product of ∂L/∂y and its slope f′(x).
protocol Sloped: Pointwise {
  /// f′(x), given both x and y = f(x).
  func slope(_ x: Float, _ y: Float) -> Float
}

extension Sloped {
  @inline(__always)
  func gradient(_ dy: Float, _ x: Float, _ y: Float) -> Float { dy * slope(x, y) }
}

/// The values from which a slope f′(x) is computed; empty for a constant slope.
struct SlopeReads: OptionSet {
  let rawValue: Int
  /// x itself.
  static var x: Self { Self(rawValue: 1) }
  /// y = f(x).
  static var y: Self { Self(rawValue: 2) }
}

extension Tensor {
  /// Applies f to every number.
  func apply<F: Pointwise>(_ f: F) -> Tensor {
    let y = Tensor(unwritten: shape)
    write(y.storage.pointer, count) { [data] in f.value(data[$0]) }
    let xStorage = F.slopeReads.contains(.x) ? storage : nil
    let yStorage = F.slopeReads.contains(.y) ? y.storage : nil
    return y.recorded(from: self) { _, y, inputs in
      // Where the gradient does not read x or y, any valid pointer will do.
      inputs[0]?.receive(over: y) { [count = y.count] dx, adding, dy in
        let (x, y) = (xStorage?.data ?? dy, yStorage?.data ?? dy)
        write(dx, count, adding) { f.gradient(dy[$0], x[$0], y[$0]) }
      }
    }
  }
}
