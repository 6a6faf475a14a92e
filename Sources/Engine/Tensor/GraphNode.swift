/// A node of the computation graph: a tensor's gradient and the operation that produced the tensor.
///
/// The tensor owns its numbers. A node can outlive them when the tensor is released.
final class GraphNode {
  /// How many numbers the tensor has.
  let count: Int
  /// Whether the tensor is not the result of an operation: a parameter, an input, a constant.
  let isLeaf: Bool
  var requiresGrad: Bool
  /// Whether the gradient is kept after it has been propagated.
  var keepsGradient = false
  /// ∂L/∂tensor as accumulated so far.
  var gradient: Storage?
  /// How many uses of the tensor have not yet contributed their gradient, while `backward` runs.
  var pending = 0
  /// The operation that produced the tensor, until `backward` has applied its rule.
  var origin: Origin?

  /// A leaf node, for a tensor of `count` numbers that is not the result of an operation.
  init(leafOf count: Int) {
    self.count = count
    isLeaf = true
    requiresGrad = false
  }

  /// The node of an operation's result.
  init(_ count: Int, _ origin: Origin) {
    self.count = count
    isLeaf = false
    requiresGrad = true
    self.origin = origin
  }

  /// Releases the graph iteratively: by default each node would release its inputs recursively, and a
  /// long chain would overflow the stack.
  deinit {
    var orphans: [GraphNode] = []
    origin.take()?.inputs.forEach { orphans.append($0) }
    while var node = orphans.popLast() {
      guard isKnownUniquelyReferenced(&node) else { continue }
      node.origin.take()?.inputs.forEach { orphans.append($0) }
    }
  }
}

/// The operation that produced a tensor: its inputs and its rule for the gradients.
struct Origin {
  let inputs: OperationInputs
  let rule: Rule
}

/// The chain rule for one operation: given `dy` = ∂L/∂y, adds ∂L/∂x to every input with
/// ``GraphNode/receive(_:)``.
///
/// A rule captures only the storage that it reads, so that all other storage is freed during the
/// computation. It must not capture a tensor or a node; nodes are passed as `inputs`.
typealias Rule = (_ dy: UnsafePointer<Float>, _ y: GraphNode, _ inputs: OperationInputs) -> Void

/// The nodes of an operation's inputs in order; `nil` for an input that requires no gradient.
///
/// Most operations have at most three, which are stored without an array.
struct OperationInputs {
  private var first, second, third: GraphNode?
  private var others: [GraphNode?] = []

  init(_ a: Tensor, _ b: Tensor?, _ c: Tensor?) {
    first = a.tracked
    second = b?.tracked
    third = c?.tracked
  }

  /// The nodes of at least one tensor.
  init(_ tensors: [Tensor]) {
    let count = tensors.count
    self.init(tensors[0], count > 1 ? tensors[1] : nil, count > 2 ? tensors[2] : nil)
    if count > 3 { others = tensors[3...].map(\.tracked) }
  }

  /// The node of the input at `index`; `nil` also if there is no such input.
  subscript(index: Int) -> GraphNode? {
    switch index {
    case 0: first
    case 1: second
    case 2: third
    default: index - 3 < others.count ? others[index - 3] : nil
    }
  }

  /// Whether no input requires a gradient.
  var isEmpty: Bool {
    first == nil && second == nil && third == nil && others.allSatisfy { $0 == nil }
  }

  /// Calls `body` with every node, in the order of the inputs.
  @inline(__always)
  func forEach(_ body: (GraphNode) -> Void) {
    if let first { body(first) }
    if let second { body(second) }
    if let third { body(third) }
    for case let node? in others { body(node) }
  }
}

extension Tensor {
  /// The node that receives gradients from operations on this tensor.
  fileprivate var tracked: GraphNode? { requiresGrad ? node : nil }
}
