import Engine

/// Operations that rearrange numbers, to compare with central differences.
let movementGradientCases: [GradientCase] = [
  one("reshape") { $0.reshape([-1]) * $0.reshape([$0.count]) },
  one("flatten") { $0.flatten().square() },
  one("unsqueeze") { $0.unsqueeze(-1).square() * $0.unsqueeze(0).sum() },
  one("permute") { $0.permute($0.shape.indices.reversed()).square() },
  dimension("transpose") { $0.transpose($1, 0).square() },
  dimension("pad") { $0.pad(dim: $1, before: 1, after: 2).square() },
  dimension("stack") { stack([$0, 2 * $0, $0.square()], dim: $1 < 0 ? $1 + $0.shape.count : $1) },
  dimension("concatenate") { concatenate([$0, 2 * $0, $0.square()], dim: $1) },
  GradientCase(
    name: "concatenate unequal parts", shapes: { _ in [[[2, 3], [2, 1]], [[2, 0], [2, 2]]] }
  ) {
    concatenate([$0[0], $0[1]], dim: 1).square()
  },
  first("a place") { $0[0].square() + $0[-1] },
  first("a range") { $0[1...].square().sum() + $0[..<1].sum() + $0[0...0].sum() + $0[...0].sum() },
  GradientCase(name: "subscript a column", shapes: { _ in [[[3, 4]], [[1, 2]], [[2, 2, 3]]] }) {
    $0[0][0..., 1].square() + $0[0][0..., 0]
  },
  GradientCase(name: "subscript an empty part", shapes: { _ in [[[3, 4]]] }) {
    $0[0][3..., 1..<1].sum() + $0[0].sum()
  },
]

private func first(_ name: String, _ f: @escaping @Sendable (Tensor) -> Tensor) -> GradientCase {
  GradientCase(name: "subscript \(name)", shapes: { _ in [[[1]], [[5]], [[3, 1]], [[2, 3, 2]]] }) {
    f($0[0])
  }
}
