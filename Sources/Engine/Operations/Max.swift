extension Tensor {
  /// The greatest of all numbers, of shape `[]`; NaN if there is one.
  ///
  /// Equally great ones share the gradient evenly. Traps when there is no number.
  public func max() -> Tensor {
    let greatest = data[placesOfGreatest(count, 1, "max")[0]]
    return Tensor(greatest).recorded(from: self) { [x = storage] dy, _, inputs in
      // y is n of the x: each of those has ∂L/∂x = ∂L/∂y / n, the others 0
      let places = (0..<x.count).filter {
        x.data[$0] == greatest || x.data[$0].isNaN && greatest.isNaN
      }
      let share = dy[0] / Float(places.count)
      inputs[0]?.gather { dx in
        for place in places { dx[place] += share }
      }
    }
  }

  /// The greatest numbers along dimension `dim`, which counts from the end if negative; `keepDim`
  /// leaves it in the shape with size 1.
  ///
  /// The gradient goes to the first of equally great ones. Traps when the dimension's size is 0.
  public func max(dim: Int, keepDim: Bool = false) -> Tensor {
    let place = shape.place(of: dim, "max")
    let (_, size, inner) = shape.split(at: place)
    let places = placesOfGreatest(size, inner, "max")
    let y = Tensor(unwritten: shape.reduced(at: place, keepDim: keepDim))
    write(y.storage.pointer, y.count) { data[places[$0]] }
    return y.recorded(from: self) { dy, _, inputs in
      // y is one of the x: that one has ∂L/∂x = ∂L/∂y, the others 0
      inputs[0]?.gather { dx in
        for (index, place) in places.enumerated() { dx[place] += dy[index] }
      }
    }
  }
}
