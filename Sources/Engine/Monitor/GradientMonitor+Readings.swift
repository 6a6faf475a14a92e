extension GradientMonitor {
  /// The number of recorded steps.
  public var steps: Int { parameters.steps }

  /// The parameters' names.
  public var names: [String] { parameters.names }

  /// The norm ‖∂L/∂w‖ of every parameter's gradient at the latest step.
  public var norms: [Double] { parameters.latest }

  /// The norm ‖∂L/∂w‖ of one parameter's gradient at every step; traps on an unknown name.
  public func norms(of name: String) -> [Double] {
    norms(of: name, in: parameters, "parameter")
  }

  /// The verdict on every parameter's gradient at the latest step.
  public var verdicts: [Verdict] { norms.map(thresholds.verdict) }

  /// The worst of ``verdicts``: NaN before ∞, then exploding, then vanishing.
  public var verdict: Verdict {
    let order: [Verdict] = [.notANumber, .infinite, .exploding, .vanishing]
    let found = Set(verdicts)
    return order.first(where: found.contains) ?? .healthy
  }

  /// The norm of the first weight's gradient divided by that of the last weight's at the latest step; a
  /// weight is a parameter of two or more dimensions.
  ///
  /// Note: where the forward signal shrinks too, this ratio hides vanishing gradients; see
  /// ``activationRatio``.
  public var ratio: Double {
    let weights = zip(tensors, norms).filter { $0.0.shape.count >= 2 }.map(\.1)
    return (weights.first ?? .nan) / (weights.last ?? .nan)
  }

  /// The names of the watched values, in the order of the computation.
  public var activationNames: [String] { activations.names }

  /// The norm ‖∂L/∂a‖ of every watched value's gradient at the latest step.
  public var activationNorms: [Double] { activations.latest }

  /// The norm ‖∂L/∂a‖ of one watched value's gradient at every step; traps on an unknown name.
  public func activationNorms(of name: String) -> [Double] {
    norms(of: name, in: activations, "watched value")
  }

  /// The norm of the first watched value's gradient divided by that of the last one's at the latest step.
  public var activationRatio: Double {
    (activationNorms.first ?? .nan) / (activationNorms.last ?? .nan)
  }

  /// The share of each watched layer's units that are 0 for all examples of the latest pass; see
  /// ``Tensor/deadShare(below:dim:)``.
  public var deadShares: [Double] { watched.map { $0.tensor.deadShare(dim: $0.unitDimension) } }

  /// The share of each watched value's numbers that are saturated in the latest pass; nil where the
  /// activation does not saturate.
  public var saturatedShares: [Double?] {
    watched.map { item in item.range.map { item.tensor.saturatedShare(of: $0) } }
  }

  private func norms(of name: String, in history: NormHistory, _ kind: String) -> [Double] {
    guard let norms = history.norms(of: name) else {
      fatalError("GradientMonitor: no \(kind) is named '\(name)'; the names are \(history.names)")
    }
    return norms
  }
}

extension Watched {
  /// The dimension of the units: that of a layer's outputs, or of a convolution's channels in [batch,
  /// channels, height, width].
  var unitDimension: Int { tensor.shape.count == 4 ? 1 : -1 }
}
