/// A function of one number that is applied to every number of a tensor.
protocol Pointwise {
  /// f(x).
  func value(_ x: Float) -> Float
  /// f′(x), given both x and y = f(x): whichever makes it cheaper.
  func slope(_ x: Float, _ y: Float) -> Float
}

extension Tensor {
  /// f of every number.
  func apply<F: Pointwise>(_ f: F) -> Tensor {
    let y = Tensor(unwritten: shape)
    write(y.storage.pointer, count) { [data] in f.value(data[$0]) }
    return y.recorded(from: [self]) { dy, y, inputs in
      // ∂L/∂x = ∂L/∂y · f′(x)
      let (x, y, count) = (inputs[0].data, y.data, y.count)
      inputs[0].receive { dx, adding in
        write(dx, count, adding) { dy[$0] * f.slope(x[$0], y[$0]) }
      }
    }
  }
}
