/// Numbers in a row-major array of any rank that know which operation made them, so that
/// ``backward()`` can find how each of them would change a loss.
///
/// All numbers are float32. A tensor of shape `[]` is a single number.
public final class Tensor {
  /// The size of every dimension, outermost first.
  public let shape: [Int]

  /// Whether ``backward()`` finds a gradient for this tensor; every result of it requires one too.
  ///
  /// Traps when it is taken away from the result of an operation: use ``detach()``.
  public var requiresGrad: Bool {
    get { node?.requiresGrad ?? false }
    set {
      require(
        newValue || isLeaf,
        "requiresGrad: only a tensor that no operation made can stop; use detach()")
      if newValue { placed().requiresGrad = true } else { node?.requiresGrad = false }
    }
  }

  let storage: Storage
  /// This tensor's place in a computation, once it has to do with gradients.
  var node: Node?

  /// A tensor whose numbers the caller has yet to write.
  init(unwritten shape: [Int]) {
    self.shape = shape
    storage = Storage(count: shape.elementCount)
  }

  /// A tensor of `shape` over numbers that exist already.
  init(shape: [Int], sharing storage: Storage) {
    self.shape = shape
    self.storage = storage
  }
}

extension Tensor {
  /// How many numbers there are: the product of the shape.
  public var count: Int { storage.count }

  /// The numbers, row by row.
  public var values: [Float] { Array(UnsafeBufferPointer(start: storage.pointer, count: count)) }

  /// The only number of a tensor that has one; traps on any other.
  public func item() -> Float {
    require(count == 1, "item: shape \(shape) holds \(count) numbers, not one")
    return data[0]
  }

  /// The same numbers, seen as a constant: no gradient passes through it.
  public func detach() -> Tensor { Tensor(shape: shape, sharing: storage) }

  /// ∂L/∂self, once a ``backward()`` has found it: for tensors that no operation made and for those
  /// that were told to ``retainGrad()``.
  ///
  /// Further calls of `backward` add to it; setting it to `nil` starts afresh. Traps when it is given
  /// another shape than the tensor's.
  public var grad: Tensor? {
    get { gradient.map { Tensor(shape: shape, sharing: $0) } }
    set {
      require(
        newValue?.shape ?? shape == shape,
        "grad: shape \(newValue?.shape ?? []) for a tensor of shape \(shape)")
      if let newValue { placed().gradient = newValue.storage } else { node?.gradient = nil }
    }
  }

  /// Keeps the gradient of this tensor in ``grad``, though an operation made it.
  public func retainGrad() { node?.keepsGradient = true }

  /// Whether no operation made it.
  var isLeaf: Bool { node?.isLeaf ?? true }

  /// ∂L/∂self as far as it has been summed up.
  var gradient: Storage? { node?.gradient }

  var data: UnsafePointer<Float> { storage.data }

  /// The node, which is now made for a tensor that had none.
  private func placed() -> Node {
    if let node { return node }
    let node = Node(leafOf: count)
    self.node = node
    return node
  }
}
