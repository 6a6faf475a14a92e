/// Self-attention with several heads: each head has its own queries, keys and values, and the heads'
/// results are concatenated and projected once more.
///
///     head = softmax(Q·Kᵀ/√(d/heads))·V with Q, K, V = x·W_qᵀ + b_q, x·W_kᵀ + b_k, x·W_vᵀ + b_v
///     y = [head; head; ...]·W_oᵀ + b_o
///
/// Shapes: x and y [batch, time, d], inProjWeight [3·d, d] with rows for Q, K, V, inProjBias [3·d].
/// Vaswani et al., Attention Is All You Need, 2017, section 3.2.
public struct MultiHeadAttention: Module {
  /// W_q, W_k and W_v, concatenated by rows.
  public let inProjWeight: Tensor
  /// b_q, b_k and b_v, concatenated.
  public let inProjBias: Tensor
  /// W_o and b_o.
  public let outProj: Linear
  private let heads: Int
  private let causal: Bool

  /// A layer whose first projection has Xavier's uniform initialisation and whose biases are 0, as in
  /// PyTorch; if `causal`, no position attends to a later one.
  ///
  /// Traps when `features` is not a multiple of `heads`.
  public init(
    _ features: Int, heads: Int, causal: Bool = false,
    using generator: inout some RandomNumberGenerator
  ) {
    require(
      heads > 0 && features % heads == 0,
      "MultiHeadAttention: \(features) features for \(heads) heads")
    let bound = (6 / Double(4 * features)).squareRoot()
    inProjWeight = .parameter([3 * features, features], within: bound, using: &generator)
    inProjBias = .zeros([3 * features], requiresGrad: true)
    outProj = Linear(features, features, using: &generator)
    outProj.bias.map { bias in write(bias.storage.pointer, bias.count) { _ in 0 } }
    self.heads = heads
    self.causal = causal
  }

  /// A layer with the given parameters.
  package init(
    inProjWeight: Tensor, inProjBias: Tensor, outProj: Linear, heads: Int, causal: Bool
  ) {
    self.inProjWeight = inProjWeight
    self.inProjBias = inProjBias
    self.outProj = outProj
    self.heads = heads
    self.causal = causal
  }

  /// The attention of every position to all positions; traps unless x is [batch, time, d].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    require(
      x.shape.count == 3, "MultiHeadAttention: shape \(x.shape) is not [batch, time, feature]")
    let qkv = linear(x, inProjWeight, inProjBias)
    return outProj(selfAttention(qkv, heads: heads, causal: causal))
  }
}
