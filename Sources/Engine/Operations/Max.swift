extension Tensor {
  /// The greatest of all numbers, of shape `[]`; NaN if there is one.
  ///
  /// The gradient goes to the first of equally great ones. Traps when there is no number.
  public func max() -> Tensor { greatest(count, 1, shape: []) }

  /// The greatest numbers along dimension `dim`, which counts from the end if negative; `keepDim`
  /// leaves it in the shape with size 1.
  ///
  /// The gradient goes to the first of equally great ones. Traps when the dimension's size is 0.
  public func max(dim: Int, keepDim: Bool = false) -> Tensor {
    let place = shape.place(of: dim, "max")
    let (_, size, inner) = shape.split(at: place)
    return greatest(size, inner, shape: shape.reduced(at: place, keepDim: keepDim))
  }

  private func greatest(_ size: Int, _ inner: Int, shape result: [Int]) -> Tensor {
    let places = placesOfGreatest(size, inner, "max")
    let y = Tensor(unwritten: result)
    write(y.storage.pointer, y.count) { data[places[$0]] }
    return y.recorded(from: self) { [count] dy, _, inputs in
      // y is one of the x: that one has ∂L/∂x = ∂L/∂y, the others 0
      inputs[0]?.receive { dx, adding in
        if !adding { write(dx, count) { _ in 0 } }
        for (index, place) in places.enumerated() { dx[place] += dy[index] }
      }
    }
  }
}
