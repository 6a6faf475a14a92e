extension Tensor {
  /// The sum of all numbers, of shape `[]`.
  public func sum() -> Tensor { scaledSum(1) }

  /// The sums along dimension `dim`, which counts from the end if negative; with `keepDim` the
  /// dimension remains with size 1.
  ///
  /// Traps when there is no such dimension.
  public func sum(dim: Int, keepDim: Bool = false) -> Tensor {
    scaledSum(1, along: shape.axis(of: dim, "sum"), keepDim)
  }

  /// The mean of all numbers, of shape `[]`; NaN for a tensor without numbers.
  public func mean() -> Tensor { scaledSum(1 / Double(count)) }

  /// The means along dimension `dim`, which counts from the end if negative; with `keepDim` the
  /// dimension remains with size 1.
  ///
  /// Traps when there is no such dimension.
  public func mean(dim: Int, keepDim: Bool = false) -> Tensor {
    let axis = shape.axis(of: dim, "mean")
    return scaledSum(1 / Float(shape[axis]), along: axis, keepDim)
  }

  private func scaledSum(_ share: Double) -> Tensor {
    let y = Tensor(unwritten: [])
    y.storage.pointer[0] = Float(Engine.sum(data, count) * share)
    return y.recorded(from: self) { [count, scale = Float(share)] dy, _, inputs in
      // y = s·Σx, so ∂L/∂x = s·∂L/∂y everywhere
      let slope = scale * dy[0]
      inputs[0]?.receive { dx, adding in write(dx, count, adding) { _ in slope } }
    }
  }

  private func scaledSum(_ scale: Float, along axis: Int, _ keepDim: Bool) -> Tensor {
    let (outer, size, inner) = shape.split(at: axis)
    let y = Tensor(unwritten: shape.reduced(at: axis, keepDim: keepDim))
    for o in 0..<outer {
      let (from, to) = (data + o * size * inner, y.storage.pointer + o * inner)
      if inner == 1 {
        to[0] = Float(Engine.sum(from, size)) * scale
      } else {
        write(to, inner) { _ in 0 }
        addRows(of: from, size, inner, to: to)
        write(to, inner) { to[$0] * scale }
      }
    }
    return y.recorded(from: self) { dy, _, inputs in
      // y = s·Σx, so each x along the dimension has ∂L/∂x = s·∂L/∂y
      inputs[0]?.receive { dx, adding in
        for row in 0..<(outer * size) {
          let dy = dy + row / size * inner
          write(dx + row * inner, inner, adding) { scale * dy[$0] }
        }
      }
    }
  }
}
