/// A function of one number that is applied to every number of a tensor.
protocol Pointwise {
  /// f(x).
  func value(_ x: Float) -> Float
  /// f′(x), given both x and y = f(x): whichever makes it cheaper.
  func slope(_ x: Float, _ y: Float) -> Float
  /// What `slope` looks at, which is then kept for it.
  static var slopeReads: SlopeReads { get }
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
      // ∂L/∂x = ∂L/∂y · f′(x); numbers that f′ does not read may be any.
      inputs[0]?.receive(over: y) { [count = y.count] dx, adding, dy in
        let (x, y) = (keptX?.data ?? dy, keptY?.data ?? dy)
        write(dx, count, adding) { dy[$0] * f.slope(x[$0], y[$0]) }
      }
    }
  }
}
