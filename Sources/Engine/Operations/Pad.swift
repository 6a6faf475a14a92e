extension Tensor {
  /// This tensor with `before` zeros in front of it and `after` behind it along dimension `dim`, which
  /// counts from the end if negative.
  ///
  /// Traps when either is negative.
  public func pad(dim: Int, before: Int = 0, after: Int = 0) -> Tensor {
    let place = shape.place(of: dim, "pad")
    require(before >= 0 && after >= 0, "pad: \(before) and \(after) zeros around shape \(shape)")
    var padded = shape
    padded[place] += before + after
    let steps = padded.steps
    let region = Region(start: before * steps[place], shape, steps: steps)
    let y = Tensor.zeros(padded)
    region.scatter(data, into: y.storage.pointer)
    return y.recorded(from: self) { dy, _, inputs in
      // x stands in the midst of y: ∂L/∂x is that part of ∂L/∂y.
      inputs[0]?.receive { dx, adding in region.gather(dy, into: dx, adding: adding) }
    }
  }
}
