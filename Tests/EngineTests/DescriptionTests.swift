import Engine
import Testing

/// The printed form of a tensor.
@Suite struct DescriptionTests {
  @Test func numbersAreAlignedInColumns() {
    let printed: [(Tensor, String)] = [
      (Tensor(2), "2"), (Tensor([]), "[]"), (Tensor([1, -2, 30]), "[ 1, -2, 30]"),
      (Tensor([[1, -0.5], [2, 0.25]]), "[[ 1.0000, -0.5000],\n [ 2.0000,  0.2500]]"),
      (Tensor([1e-7, 1]), "[1.0000e-07, 1.0000e+00]"),
      (Tensor([0.5, .nan, -.infinity]), "[0.5000,    nan,   -inf]"),
      (Tensor.zeros([2, 1, 2]), "[[[0, 0]],\n\n [[0, 0]]]"),
    ]
    for (tensor, text) in printed { #expect(tensor.description == text) }
  }

  @Test func largeTensorsShowTheirEdges() {
    let x = Tensor((0..<2000).map { Float($0) }, shape: [1000, 2])
    let lines = ["[[   0,    1],", " [   2,    3],", " [   4,    5],", " …,"]
    #expect(x.description.hasPrefix(lines.joined(separator: "\n")))
    #expect(x.description.hasSuffix(" [1998, 1999]] of shape [1000, 2]"))
    #expect(x.reshape([2000]).description.hasPrefix("[   0,    1,    2, …, 1997"))
  }
}
