/// A row-major array of numbers, of any rank, that remembers the operation that produced it, so that
/// ``backward()`` can compute the gradient of a loss with respect to it.
///
/// All numbers are float32. A tensor of shape `[]` is a single number.
public final class Tensor {
  /// The size of every dimension, outermost first.
  public let shape: [Int]

  /// Whether ``backward()`` computes a gradient for this tensor; every result computed from it requires
  /// one too.
  ///
  /// Setting it to `false` traps for the result of an operation: use ``detach()``.
  public var requiresGrad: Bool {
    get { node?.requiresGrad ?? false }
    set {
      require(
        newValue || isLeaf,
        "requiresGrad: cannot be set to false on the result of an operation; use detach()")
      if newValue { makeNode().requiresGrad = true } else { node?.requiresGrad = false }
    }
  }

  let storage: Storage
  /// This tensor's node of the computation graph, if it takes part in gradients.
  var node: GraphNode?

  /// A tensor of uninitialised numbers, which the caller must write.
  init(unwritten shape: [Int]) {
    self.shape = shape
    storage = Storage(count: shape.elementCount)
  }

  /// A tensor of `shape` that shares `storage`.
  init(shape: [Int], sharing storage: Storage) {
    self.shape = shape
    self.storage = storage
  }
}

extension Tensor {
  /// The number of elements: the product of the shape.
  public var count: Int { storage.count }

  /// The numbers, row by row.
  public var values: [Float] { Array(UnsafeBufferPointer(start: storage.pointer, count: count)) }

  /// The only number of a tensor that has one; traps on any other.
  public func item() -> Float {
    require(count == 1, "item: shape \(shape) holds \(count) numbers, not one")
    return data[0]
  }

  /// The same numbers as a constant: no gradient passes through it.
  public func detach() -> Tensor { Tensor(shape: shape, sharing: storage) }

  /// ∂L/∂self, after ``backward()`` has computed it: for tensors that are not results of operations, and
  /// for those on which ``retainGrad()`` was called.
  ///
  /// Further calls of `backward` add to it; setting it to `nil` resets it. Setting it to a tensor of
  /// another shape traps.
  public var grad: Tensor? {
    get { gradient.map { Tensor(shape: shape, sharing: $0) } }
    set {
      require(
        newValue?.shape ?? shape == shape,
        "grad: shape \(newValue?.shape ?? []) for a tensor of shape \(shape)")
      if let newValue { makeNode().gradient = newValue.storage } else { node?.gradient = nil }
    }
  }

  /// Makes ``backward()`` keep the gradient of this tensor in ``grad``, although it is the result of an
  /// operation.
  public func retainGrad() { node?.keepsGradient = true }

  /// Whether this is not the result of a recorded operation.
  var isLeaf: Bool { node?.isLeaf ?? true }

  /// ∂L/∂self as accumulated so far.
  var gradient: Storage? { node?.gradient }

  var data: UnsafePointer<Float> { storage.data }

  /// The node, created if this tensor has none.
  private func makeNode() -> GraphNode {
    if let node { return node }
    let node = GraphNode(leafOf: count)
    self.node = node
    return node
  }
}
