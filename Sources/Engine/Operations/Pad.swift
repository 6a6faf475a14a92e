extension Tensor {
  /// This tensor with `before` zeros in front of it and `after` zeros behind it along dimension `dim`,
  /// which counts from the end if negative.
  ///
  /// Shapes: [..., n, ...], result [..., before + n + after, ...]. Traps on a negative number of zeros.
  public func pad(dim: Int, before: Int = 0, after: Int = 0) -> Tensor {
    let axis = shape.axis(of: dim, "pad")
    require(
      before >= 0 && after >= 0, "pad: before \(before) and after \(after) must not be negative")
    var padded = shape
    padded[axis] += before + after
    let steps = padded.steps
    let region = Region(start: before * steps[axis], shape, steps: steps)
    let y = Tensor.zeros(padded)
    region.scatter(data, into: y.storage.pointer)
    return y.recorded(from: self) { dy, _, inputs in
      // x is a part of y: ∂L/∂x is that part of ∂L/∂y.
      inputs[0]?.receive { dx, adding in region.gather(dy, into: dx, adding: adding) }
    }
  }
}
