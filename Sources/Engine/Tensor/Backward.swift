/// How a tensor came to be.
enum Origin {
  /// No operation is on record: a parameter, an input, a constant.
  case leaf
  /// An operation made it from `inputs`; `rule` sends its gradient on to them.
  case operation(inputs: [Tensor], rule: Rule)
  /// An operation made it, and a `backward` has passed through since.
  case used
}

/// The chain rule for one operation: given `dy` = ∂L/∂y, lets every input ``Tensor/receive(_:)``
/// its ∂L/∂x.
///
/// A rule may capture numbers and buffers, but no tensor: those are its inputs.
typealias Rule = (_ dy: UnsafePointer<Float>, _ y: Tensor, _ inputs: [Tensor]) -> Void

extension Tensor {
  /// Finds the gradient of this single number with respect to every tensor that it was computed from
  /// and that requires one.
  ///
  /// The gradients are added to ``grad``. The record of the computation is freed on the way, so this
  /// works once per computation. Traps when the tensor holds more than one number, requires no
  /// gradient, or the record has been used.
  public func backward() {
    require(count == 1, "backward: shape \(shape) is not one number; use backward(gradient:)")
    backward(gradient: .ones(shape))
  }

  /// Finds the gradient of Σ `gradient` · `self`, as ``backward()`` does for a single number.
  ///
  /// Traps when the shapes differ.
  public func backward(gradient: Tensor) {
    require(
      gradient.shape == shape,
      "backward: a gradient of shape \(gradient.shape) for a tensor of shape \(shape)")
    require(requiresGrad, "backward: nothing that led to this tensor requires a gradient")
    let seed = gradient.data
    receive { dx, adding in write(dx, count, adding) { seed[$0] } }
    countUses()
    propagate()
  }

  /// Visits every operation once, each after all uses of its result, and applies its rule.
  private func propagate() {
    var ready = [self]
    while let y = ready.popLast() {
      guard case .operation(let inputs, let rule) = y.origin, let dy = y.gradient else { continue }
      y.origin = .used
      rule(dy.pointer, y, inputs)
      if !y.keepsGradient { y.gradient = nil }
      for x in inputs where !x.isLeaf {
        x.pending -= 1
        if x.pending == 0 { ready.append(x) }
      }
    }
  }

  /// Counts for every result how many uses it has on the way to this tensor.
  private func countUses() {
    var found = [self]
    while let y = found.popLast() {
      switch y.origin {
      case .leaf: break
      case .used: fatalError("backward: this computation's record was freed by an earlier backward")
      case .operation(let inputs, _):
        for x in inputs where !x.isLeaf {
          if x.pending == 0 { found.append(x) }
          x.pending += 1
        }
      }
    }
  }

  /// Puts on record that `rule` leads from this new tensor back to `inputs`, if any of them requires
  /// a gradient and no `noGrad` is in force.
  func recorded(from inputs: [Tensor], _ rule: @escaping Rule) -> Tensor {
    guard inputs.contains(where: \.requiresGrad), Recording.isOn else { return self }
    origin = .operation(inputs: inputs, rule: rule)
    requiresGrad = true
    return self
  }

  /// Receives ∂L/∂y itself as the contribution, y's operation being the one whose rule is applied.
  ///
  /// Its buffer is taken over where nothing else needs it, so it must be the rule's last use of it.
  func receive(whole y: Tensor) {
    guard requiresGrad else { return }
    if gradient == nil && !y.keepsGradient {
      gradient = y.gradient
    } else if let dy = y.gradient?.pointer {
      receive { dx, adding in write(dx, count, adding) { dy[$0] } }
    }
  }

  /// Lets `write` put a contribution to ∂L/∂self where it belongs: over whatever the buffer holds, or,
  /// if `adding`, on top of earlier contributions.
  @inline(__always)
  func receive(_ write: (_ dx: UnsafeMutablePointer<Float>, _ adding: Bool) -> Void) {
    guard requiresGrad else { return }
    let buffer = gradient ?? Storage(count: count)
    write(buffer.pointer, gradient != nil)
    gradient = buffer
  }
}
