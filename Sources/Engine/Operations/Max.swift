extension Tensor {
  /// The greatest of all numbers, of shape `[]`; NaN if any number is NaN.
  ///
  /// Equal maxima share the gradient evenly. Traps on a tensor without numbers.
  public func max() -> Tensor {
    let greatest = data[offsetsOfGreatest(count, 1, "max")[0]]
    return Tensor(greatest).recorded(from: self) { [x = storage] dy, _, inputs in
      // y is n of the x: each of those has ∂L/∂x = ∂L/∂y / n, the others 0
      let offsets = (0..<x.count).filter {
        x.data[$0] == greatest || x.data[$0].isNaN && greatest.isNaN
      }
      let share = dy[0] / Float(offsets.count)
      inputs[0]?.gather { dx in
        for offset in offsets { dx[offset] += share }
      }
    }
  }

  /// The greatest numbers along dimension `dim`, which counts from the end if negative; with `keepDim`
  /// the dimension remains with size 1.
  ///
  /// The first of equal maxima receives the gradient. Traps when the dimension's size is 0.
  public func max(dim: Int, keepDim: Bool = false) -> Tensor {
    let axis = shape.axis(of: dim, "max")
    let (_, size, inner) = shape.split(at: axis)
    let offsets = offsetsOfGreatest(size, inner, "max")
    let y = Tensor(unwritten: shape.reduced(at: axis, keepDim: keepDim))
    write(y.storage.pointer, y.count) { data[offsets[$0]] }
    return y.recorded(from: self) { dy, _, inputs in
      // y is one of the x: that one has ∂L/∂x = ∂L/∂y, the others 0
      inputs[0]?.gather { dx in
        for (index, offset) in offsets.enumerated() { dx[offset] += dy[index] }
      }
    }
  }
}
