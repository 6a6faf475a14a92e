extension Tensor {
  /// Computes the gradient of this single number with respect to every tensor that it was computed
  /// from and that requires one.
  ///
  /// The gradients are added to ``grad``. The recorded computation is freed along the way, so this
  /// works once per computation. Traps when the tensor holds more than one number, requires no
  /// gradient, or its computation has been freed.
  public func backward() {
    require(count == 1, "backward: shape \(shape) is not a single number; use backward(gradient:)")
    backward(gradient: .ones(shape))
  }

  /// Computes the gradient of Σ `gradient` · `self`, as ``backward()`` does for a single number.
  ///
  /// Traps when the shapes differ.
  public func backward(gradient: Tensor) {
    require(
      gradient.shape == shape,
      "backward: a gradient of shape \(gradient.shape) for a tensor of shape \(shape)")
    guard let node, requiresGrad else {
      fatalError("backward: no input of this tensor's computation requires a gradient")
    }
    let seed = gradient.data
    node.receive { dx, adding in write(dx, count, adding) { seed[$0] } }
    node.countUses()
    node.propagate()
  }

  /// Records `rule` as the way from this new tensor back to the inputs, if any of them requires a
  /// gradient and no `noGrad` block is active.
  func recorded(
    from a: Tensor, _ b: Tensor? = nil, _ c: Tensor? = nil, _ rule: @escaping Rule
  ) -> Tensor {
    recorded(from: OperationInputs(a, b, c), rule)
  }

  /// Records `rule` for one or more inputs.
  func recorded(from inputs: [Tensor], _ rule: @escaping Rule) -> Tensor {
    recorded(from: OperationInputs(inputs), rule)
  }

  private func recorded(from inputs: OperationInputs, _ rule: @escaping Rule) -> Tensor {
    if !inputs.isEmpty && Recording.isOn {
      node = GraphNode(count, Origin(inputs: inputs, rule: rule))
    }
    return self
  }
}

extension GraphNode {
  /// Visits every operation once, each after all uses of its result, and applies its rule.
  fileprivate func propagate() {
    var ready = [self]
    while let y = ready.popLast() {
      guard let origin = y.origin.take(), let dy = y.gradient?.data else { continue }
      origin.rule(dy, y, origin.inputs)
      if !y.keepsGradient { y.gradient = nil }
      origin.inputs.forEach { x in
        x.pending -= 1
        if x.pending == 0 && !x.isLeaf { ready.append(x) }
      }
    }
  }

  /// Counts how often every intermediate result is used in the computation of this one.
  fileprivate func countUses() {
    var found = [self]
    while let y = found.popLast() {
      require(
        y.origin != nil || y.isLeaf,
        "backward: an earlier backward already freed this computation")
      y.origin?.inputs.forEach { x in
        if x.pending == 0 && !x.isLeaf { found.append(x) }
        x.pending += 1
      }
    }
  }

  /// Calls `write` to store a contribution to the gradient: over the buffer's old content, or, if
  /// `adding`, on top of earlier contributions.
  @inline(__always)
  func receive(_ write: (_ dx: UnsafeMutablePointer<Float>, _ adding: Bool) -> Void) {
    guard requiresGrad else { return }
    let buffer = ownGradient() ?? Storage(count: count)
    write(buffer.pointer, gradient != nil)
    gradient = buffer
  }

  /// Calls `add` to add contributions to single elements of the gradient, which starts at 0.
  @inline(__always)
  func gather(_ add: (_ dx: UnsafeMutablePointer<Float>) -> Void) {
    receive { dx, adding in
      if !adding { write(dx, count) { _ in 0 } }
      add(dx)
    }
  }

  /// Receives ∂L/∂y itself as the contribution, where y is the result whose rule is applied.
  ///
  /// A first contribution is not copied: both nodes share the buffer until one is written to.
  func receive(whole y: GraphNode) {
    guard requiresGrad, let dy = y.gradient else { return }
    if gradient == nil && !isLeaf {
      gradient = dy
    } else {
      receive { dx, adding in write(dx, count, adding) { dy.pointer[$0] } }
    }
  }

  /// Receives a contribution that `write` computes from ∂L/∂y element by element, in the same buffer if
  /// nothing else needs it.
  @inline(__always)
  func receive(
    over y: GraphNode,
    _ write: (
      _ dx: UnsafeMutablePointer<Float>, _ adding: Bool, _ dy: UnsafePointer<Float>
    ) -> Void
  ) {
    guard requiresGrad, let dy = y.gradient?.pointer else { return }
    let isFree = !y.keepsGradient && isKnownUniquelyReferenced(&y.gradient)
    if gradient == nil && !isLeaf && isFree {
      write(dy, false, UnsafePointer(dy))
      gradient = y.gradient
    } else {
      receive { dx, adding in write(dx, adding, UnsafePointer(dy)) }
    }
  }

  /// The gradient so far, in a buffer that no other node shares.
  func ownGradient() -> Storage? {
    if gradient != nil && !isKnownUniquelyReferenced(&gradient) {
      gradient = gradient.map(Storage.init(copying:))
    }
    return gradient
  }
}
