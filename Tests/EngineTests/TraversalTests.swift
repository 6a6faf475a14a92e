import Engine
import Testing

/// `parameters` and `eval()` find the same parts of a module, through all kinds of fields.
@Suite struct TraversalTests {
  /// A layer with one parameter, which drops almost everything in training mode.
  private struct Leaf: Module {
    let weight = Tensor([1], requiresGrad: true)
    let dropout: Dropout

    init() {
      var generator = SeededGenerator(seed: 0)
      dropout = Dropout(0.999, using: &generator)
    }

    func callAsFunction(_ x: Tensor) -> Tensor { dropout(x * weight) }
  }

  private struct Pair { let first = Leaf(), second = Leaf() }
  private class Base { let low = Leaf() }
  private final class Derived: Base { let high = Leaf() }
  private enum Kind { case none, plain(Leaf), pair(Leaf, size: Int, Leaf) }
  private enum Name: Hashable { case value, key }

  private final class Ring {
    let leaf = Leaf()
    var next: Ring?
  }

  /// A module with content of any type.
  private struct Around<Content>: Module {
    let content: Content
    func callAsFunction(_ x: Tensor) -> Tensor { x }
  }

  private func names(_ content: Any) -> [String] {
    Around(content: content).namedParameters.map { name, _ in
      name.replacing("content.", with: "").replacing(".weight", with: "")
    }
  }

  @Test func structsClassesAndEnumsAreSearched() {
    #expect(names(Pair()) == ["first", "second"])
    #expect(names(Derived()) == ["low", "high"])
    #expect(names(Kind.plain(Leaf())) == ["plain"])
    #expect(names(Kind.pair(Leaf(), size: 3, Leaf())) == ["pair.0", "pair.2"])
    #expect(names(Kind.none) == [])
  }

  @Test func arraysTuplesAndOptionalsAreSearched() {
    #expect(names([Leaf(), Leaf()]) == ["0", "1"])
    #expect(names((Leaf(), b: Leaf())) == ["0", "b"])
    let nested: [[Pair?]] = [[nil, Pair()], []]
    #expect(names(nested) == ["0.1.first", "0.1.second"])
    #expect(names(Leaf??.some(.some(Leaf())) as Any) == ["weight"])
  }

  /// Repeated ten times, since a dictionary's order is random.
  @Test func dictionariesAreSearchedInKeyOrder() {
    for _ in 0..<10 {
      let words = ["query", "key", "value"].map { ($0, Leaf()) }
      #expect(names(Dictionary(uniqueKeysWithValues: words)) == ["key", "query", "value"])
      let numbers = [10, 9, 100].map { ($0, Leaf()) }
      #expect(names(Dictionary(uniqueKeysWithValues: numbers)) == ["9", "10", "100"])
      #expect(names([Name.value: Leaf(), .key: Leaf()]) == ["key", "value"])
    }
  }

  @Test func containersInLayersAreSearched() {
    struct Block: Module {
      let parts = ["b": Pair(), "a": Pair()]
      func callAsFunction(_ x: Tensor) -> Tensor { x }
    }
    let network = Sequential(Residual(Block()), Leaf())
    #expect(
      network.namedParameters.map(\.name) == [
        "0.branch.parts.a.first.weight", "0.branch.parts.a.second.weight",
        "0.branch.parts.b.first.weight", "0.branch.parts.b.second.weight", "1.weight",
      ])
  }

  @Test func tensorsAreListedOnce() {
    let tied = Leaf()
    #expect(names([tied, Leaf(), tied]) == ["0", "1"])
    let ring = Ring()
    ring.next = Ring()
    ring.next?.next = ring
    #expect(names(ring) == ["leaf", "next.leaf"])
    ring.next = nil
  }

  @Test func closuresNeedNamedChildren() {
    struct Hidden: Module {
      let apply: (Tensor) -> Tensor
      func callAsFunction(_ x: Tensor) -> Tensor { apply(x) }
    }
    struct Named: Module {
      let layer: Leaf
      let apply: (Tensor) -> Tensor
      var children: [(name: String, value: Any)] { [("inner", layer)] }
      func callAsFunction(_ x: Tensor) -> Tensor { apply(x) }
    }
    let leaf = Leaf()
    #expect(Hidden { leaf($0) }.parameters.isEmpty)
    #expect(names(Named(layer: leaf) { leaf($0) }) == ["inner"])
  }

  @Test func lazyFieldsAreFoundOnceInitialised() {
    struct Late: Module {
      lazy var layer = Leaf()
      func callAsFunction(_ x: Tensor) -> Tensor { x }
    }
    var late = Late()
    #expect(late.parameters.isEmpty)
    _ = late.layer
    #expect(late.namedParameters.map(\.name) == ["layer.weight"])
  }

  /// An optimiser and a monitor refer to parameters that belong to other modules.
  @Test func optimisersAndMonitorsAreSkipped() {
    struct Trained: Module {
      let optimiser: any Optimiser
      let monitor: GradientMonitor
      let layer: Leaf
      func callAsFunction(_ x: Tensor) -> Tensor { layer(x) }
    }
    let (layer, other) = (Leaf(), Leaf())
    let trained = Trained(
      optimiser: SGD(layer.parameters + other.parameters, lr: 1), monitor: GradientMonitor(layer),
      layer: layer)
    #expect(trained.namedParameters.map(\.name) == ["layer.weight"])
  }

  /// `eval()` and `train()` switch every layer whose parameters are found.
  @Test func evalReachesTheSameLayers() {
    let contents: [Any] = [
      Pair(), Derived(), Kind.plain(Leaf()), [[Leaf()]], (1, Leaf()), ["a": Leaf()],
      Optional(Leaf()) as Any, Sequential(Leaf(), Residual(Leaf())),
    ]
    for content in contents {
      let module = Around(content: content)
      #expect(!module.parameters.isEmpty)
      let leaves = leaves(in: content)
      #expect(!leaves.isEmpty)
      module.eval()
      #expect(leaves.allSatisfy { $0(.ones([50])).sum().item() == 50 })
      module.train()
      #expect(leaves.allSatisfy { $0(.ones([50])).sum().item() != 50 })
    }
  }

  private func leaves(in value: Any) -> [Leaf] {
    if let leaf = value as? Leaf { return [leaf] }
    let mirror = Mirror(reflecting: value)
    let parts = (mirror.superclassMirror.map { Array($0.children) } ?? []) + mirror.children
    return parts.flatMap { leaves(in: $0.value) }
  }

  @Test func tiedWeightsTakeOneStep() throws {
    let (tied, other) = (Tensor([1], requiresGrad: true), Tensor([1], requiresGrad: true))
    for make in makers {
      let (once, twice) = (Tensor([1], requiresGrad: true), Tensor([1], requiresGrad: true))
      for (tensor, list) in [(once, [once]), (twice, [twice, twice])] {
        let optimiser = make(list)
        #expect(optimiser.parameters.count == 1)
        tensor.grad = Tensor([0.5])
        optimiser.step()
      }
      #expect(once.values == twice.values)
    }
    tied.grad = Tensor([3])
    other.grad = Tensor([4])
    #expect(clipGradNorm([tied, other, tied], maxNorm: 1) == 5)
    #expect(abs(try #require(tied.grad).item() - 0.6) <= 1e-6)
  }
}

private let makers: [@Sendable ([Tensor]) -> any Optimiser] = [
  { SGD($0, lr: 0.1) }, { SGD($0, lr: 0.1, momentum: 0.9) }, { Adagrad($0) }, { RMSProp($0) },
  { Adam($0) }, { AdamW($0) },
]
