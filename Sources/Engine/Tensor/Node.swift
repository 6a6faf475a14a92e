/// A tensor's place in a computation: where its gradient gathers and what sends it on.
///
/// The numbers themselves are the tensor's. A node outlives them, if nobody holds the tensor any longer.
final class Node {
  /// How many numbers the tensor has.
  let count: Int
  /// Whether no operation made the tensor: a parameter, an input, a constant.
  let isLeaf: Bool
  var requiresGrad: Bool
  /// Whether the gradient stays when it has been sent on.
  var keepsGradient = false
  /// ∂L/∂tensor as far as it has been summed up.
  var gradient: Storage?
  /// How many uses of the tensor have not yet sent their gradient, while `backward` runs.
  var pending = 0
  /// The operation that made the tensor, until a `backward` has passed through.
  var origin: Origin?

  /// The node of a tensor that no operation made.
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

  /// Takes the graph apart step by step: left to itself, each node would release its inputs inside its
  /// own release, and a long chain would overflow the stack.
  deinit {
    var orphans: [Node] = []
    origin.take()?.inputs.forEach { orphans.append($0) }
    while var node = orphans.popLast() {
      guard isKnownUniquelyReferenced(&node) else { continue }
      node.origin.take()?.inputs.forEach { orphans.append($0) }
    }
  }
}

/// How a tensor came to be: what an operation made it from, and the rule that leads back there.
struct Origin {
  let inputs: Inputs
  let rule: Rule
}

/// The chain rule for one operation: given `dy` = ∂L/∂y, lets every input ``Node/receive(_:)`` its ∂L/∂x.
///
/// A rule keeps the numbers that it will read, and no others: what no rule keeps is freed while the
/// computation is still under way. It may keep no tensor and no node; those are its inputs.
typealias Rule = (_ dy: UnsafePointer<Float>, _ y: Node, _ inputs: Inputs) -> Void

/// The nodes of an operation's inputs in their order; `nil` stands for one that requires no gradient.
///
/// Few operations have more than three, so those need no array.
struct Inputs {
  private var first, second, third: Node?
  private var others: [Node?] = []

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

  /// The node of input number `place`; `nil` also if there is no such input.
  subscript(place: Int) -> Node? {
    switch place {
    case 0: first
    case 1: second
    case 2: third
    default: place - 3 < others.count ? others[place - 3] : nil
    }
  }

  /// Whether no input requires a gradient.
  var isEmpty: Bool {
    first == nil && second == nil && third == nil && others.allSatisfy { $0 == nil }
  }

  /// Calls `body` with every node, in the order of the inputs.
  @inline(__always)
  func forEach(_ body: (Node) -> Void) {
    if let first { body(first) }
    if let second { body(second) }
    if let third { body(third) }
    for case let node? in others { body(node) }
  }
}

extension Tensor {
  /// The node that an operation on this tensor leads back to.
  fileprivate var tracked: Node? { requiresGrad ? node : nil }
}
