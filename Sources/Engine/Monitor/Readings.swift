extension GradientMonitor {
  /// How many steps have been recorded.
  public var steps: Int { parameters.steps }

  /// The parameters' names.
  public var names: [String] { parameters.names }

  /// The norm of every parameter's gradient at the latest step.
  public var norms: [Double] { parameters.latest }

  /// The norm of one parameter's gradient at every step; traps when there is no such parameter.
  public func norms(of name: String) -> [Double] {
    norms(of: name, in: parameters, "no parameter")
  }

  /// The judgement on every parameter's gradient at the latest step.
  public var verdicts: [Verdict] { norms.map(thresholds.verdict) }

  /// What of ``verdicts`` is worst: NaN before ∞, then exploding, then vanishing.
  public var verdict: Verdict {
    let order: [Verdict] = [.notANumber, .infinite, .exploding, .vanishing]
    let found = Set(verdicts)
    return order.first(where: found.contains) ?? .healthy
  }

  /// The norm of the first weight's gradient over the last one's at the latest step, where a weight has
  /// two dimensions or more.
  ///
  /// Trap: where the forward signal shrinks too, weights' gradients hide the vanishing; see
  /// ``activationRatio``.
  public var ratio: Double {
    let weights = zip(tensors, norms).filter { $0.0.shape.count >= 2 }.map(\.1)
    return (weights.first ?? .nan) / (weights.last ?? .nan)
  }

  /// The names of what is watched, in the order of the computation.
  public var activationNames: [String] { activations.names }

  /// The norm ‖∂L/∂a‖ of every watched value's gradient at the latest step.
  public var activationNorms: [Double] { activations.latest }

  /// The norm ‖∂L/∂a‖ of one watched value's gradient at every step; traps when there is no such value.
  public func activationNorms(of name: String) -> [Double] {
    norms(of: name, in: activations, "nothing watched")
  }

  /// The norm of the first watched value's gradient over the last one's at the latest step.
  public var activationRatio: Double {
    (activationNorms.first ?? .nan) / (activationNorms.last ?? .nan)
  }

  /// The share of each watched layer's units that are 0 for all examples of the latest pass.
  public var deadShares: [Double] { watched.map { $0.tensor.deadShare(dim: $0.unitDimension) } }

  /// The share of each watched value's numbers that are saturated in the latest pass; nil where the
  /// activation does not saturate.
  public var saturatedShares: [Double?] {
    watched.map { item in item.range.map { item.tensor.saturatedShare(of: $0) } }
  }

  private func norms(of name: String, in history: History, _ missing: String) -> [Double] {
    guard let norms = history.norms(of: name) else {
      fatalError("GradientMonitor: \(missing) is named '\(name)' among \(history.names)")
    }
    return norms
  }
}

extension Watched {
  /// Units are a layer's outputs, or a convolution's channels in [batch, channels, height, width].
  var unitDimension: Int { tensor.shape.count == 4 ? 1 : -1 }
}
