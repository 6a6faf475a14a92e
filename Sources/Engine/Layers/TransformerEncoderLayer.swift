/// One block of a transformer: attention between positions, then a network of two layers at each
/// position, both as residual branches.
///
///     pre-norm:  h = x + attention(norm1(x)),  y = h + feedForward(norm2(h))
///     post-norm: h = norm1(x + attention(x)),  y = norm2(h + feedForward(h))
///
/// with feedForward(h) = linear2(activation(linear1(h))). Shapes: x and y [batch, time, d]. Vaswani et
/// al., Attention Is All You Need, 2017, section 3.1 (post-norm); Xiong et al., On Layer Normalization
/// in the Transformer Architecture, 2020 (pre-norm).
public struct TransformerEncoderLayer: Module {
  /// The attention between positions.
  public let selfAttention: MultiHeadAttention
  /// The first layer at each position.
  public let linear1: Linear
  /// The second layer at each position.
  public let linear2: Linear
  /// The normalisation of the first branch.
  public let norm1: LayerNorm
  /// The normalisation of the second branch.
  public let norm2: LayerNorm
  private let activation: any Module
  private let normFirst: Bool

  /// A block for `features` numbers at each position, with `feedForward` numbers between its two layers.
  ///
  /// Traps when `features` is not a multiple of `heads`.
  public init(
    _ features: Int, heads: Int, feedForward: Int, activation: any Module = .relu,
    normFirst: Bool = false, causal: Bool = false,
    using generator: inout some RandomNumberGenerator
  ) {
    selfAttention = MultiHeadAttention(features, heads: heads, causal: causal, using: &generator)
    linear1 = Linear(features, feedForward, using: &generator)
    linear2 = Linear(feedForward, features, using: &generator)
    norm1 = LayerNorm(features)
    norm2 = LayerNorm(features)
    self.activation = activation
    self.normFirst = normFirst
  }

  /// A block with the given parts.
  package init(
    selfAttention: MultiHeadAttention, linear1: Linear, linear2: Linear, norm1: LayerNorm,
    norm2: LayerNorm, activation: any Module, normFirst: Bool
  ) {
    self.selfAttention = selfAttention
    self.linear1 = linear1
    self.linear2 = linear2
    self.norm1 = norm1
    self.norm2 = norm2
    self.activation = activation
    self.normFirst = normFirst
  }

  /// The output y of both branches; traps unless x is [batch, time, d].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard normFirst else {
      let h = norm1(x + selfAttention(x))
      return norm2(h + feedForward(h))
    }
    let h = x + selfAttention(norm1(x))
    return h + feedForward(norm2(h))
  }

  private func feedForward(_ h: Tensor) -> Tensor { linear2(activation(linear1(h))) }
}
