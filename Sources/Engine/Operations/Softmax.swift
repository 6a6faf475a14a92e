extension Tensor {
  /// softmax(x)ᵢ = e^(xᵢ)/Σⱼ e^(xⱼ) along dimension `dim`, which counts from the end if negative.
  ///
  /// Traps when there is no such dimension.
  public func softmax(dim: Int = -1) -> Tensor {
    let rows = Rows(shape, along: shape.axis(of: dim, "softmax"))
    let y = Tensor(unwritten: shape)
    rows.softmax(data, into: y.storage.pointer)
    return y.recorded(from: self) { [y = y.storage] dy, _, inputs in
      // ∂L/∂xᵢ = yᵢ·(∂L/∂yᵢ − Σⱼ yⱼ·∂L/∂yⱼ)
      inputs[0]?.receive { [y = y.data] dx, adding in
        Storage.withTemporary(rows.numbers) { products in
          write(products, rows.numbers) { y[$0] * dy[$0] }
          rows.combine(dx, adding, sumsOf: products) { i, sum in y[i] * (dy[i] - sum) }
        }
      }
    }
  }

  /// log softmax(x)ᵢ = xᵢ − log Σⱼ e^(xⱼ) along dimension `dim`, which counts from the end if negative.
  ///
  /// Accurate also where the softmax itself underflows in float32. Traps when there is no such dimension.
  public func logSoftmax(dim: Int = -1) -> Tensor {
    let rows = Rows(shape, along: shape.axis(of: dim, "logSoftmax"))
    let y = Tensor(unwritten: shape)
    rows.logSoftmax(data, into: y.storage.pointer)
    return y.recorded(from: self) { [y = y.storage] dy, _, inputs in
      // ∂L/∂xᵢ = ∂L/∂yᵢ − e^(yᵢ)·Σⱼ ∂L/∂yⱼ
      inputs[0]?.receive { [y = y.data] dx, adding in
        rows.combine(dx, adding, sumsOf: dy) { i, sum in dy[i] - .exp(y[i]) * sum }
      }
    }
  }
}

extension Rows {
  /// Writes or adds, for every number, a value computed from its offset and its row's sum over `terms`.
  @inline(__always)
  fileprivate func combine(
    _ target: UnsafeMutablePointer<Float>, _ adding: Bool, sumsOf terms: UnsafePointer<Float>,
    _ value: (_ offset: Int, _ sum: Float) -> Float
  ) {
    for row in 0..<count {
      let total = Float(sum(terms + start(row)))
      write(target, row, adding) { value($0, total) }
    }
  }
}
