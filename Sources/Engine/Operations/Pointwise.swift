/// A function of one number that is applied to every number of a tensor.
protocol Pointwise {
  /// f(x).
  func value(_ x: Float) -> Float
  /// ∂L/∂x = ∂L/∂y · f′(x), given dy = ∂L/∂y and both x and y = f(x): whichever makes it cheaper.
  func gradient(_ dy: Float, _ x: Float, _ y: Float) -> Float
  /// What `gradient` looks at beside dy, which is then kept for it.
  static var slopeReads: SlopeReads { get }
}

/// A function whose slope is a number of its own, by which ∂L/∂y is multiplied.
protocol Sloped: Pointwise {
  /// f′(x), given both x and y = f(x).
  func slope(_ x: Float, _ y: Float) -> Float
}

extension Sloped {
  @inline(__always)
  func gradient(_ dy: Float, _ x: Float, _ y: Float) -> Float { dy * slope(x, y) }
}

/// What a slope f′(x) is computed from; from nothing, it is the same everywhere.
struct SlopeReads: OptionSet {
  let rawValue: Int
  /// x itself.
  static var x: Self { Self(rawValue: 1) }
  /// y = f(x).
  static var y: Self { Self(rawValue: 2) }
}

extension Tensor {
  /// f of every number.
  func apply<F: Pointwise>(_ f: F) -> Tensor {
    let y = Tensor(unwritten: shape)
    write(y.storage.pointer, count) { [data] in f.value(data[$0]) }
    let keptX = F.slopeReads.contains(.x) ? storage : nil
    let keptY = F.slopeReads.contains(.y) ? y.storage : nil
    return y.recorded(from: self) { _, y, inputs in
      // Numbers that the gradient does not read may be any.
      inputs[0]?.receive(over: y) { [count = y.count] dx, adding, dy in
        let (x, y) = (keptX?.data ?? dy, keptY?.data ?? dy)
        write(dx, count, adding) { f.gradient(dy[$0], x[$0], y[$0]) }
      }
    }
  }
}
