extension Tensor {
  /// A tensor of `values`, row by row; without a `shape` it has one dimension.
  ///
  /// Traps when the shape holds a different number of values.
  public convenience init(_ values: [Float], shape: [Int]? = nil, requiresGrad: Bool = false) {
    let shape = shape ?? [values.count]
    require(
      shape.allSatisfy { $0 >= 0 } && shape.elementCount == values.count,
      "Tensor: \(values.count) values do not fill shape \(shape)")
    self.init(unwritten: shape)
    write(storage.pointer, count) { values[$0] }
    self.requiresGrad = requiresGrad
  }

  /// A matrix given row by row; traps when the rows differ in length.
  public convenience init(_ rows: [[Float]], requiresGrad: Bool = false) {
    let columns = rows.first?.count ?? 0
    require(
      rows.allSatisfy { $0.count == columns },
      "Tensor: rows of lengths \(rows.map(\.count)) do not form a matrix")
    self.init(Array(rows.joined()), shape: [rows.count, columns], requiresGrad: requiresGrad)
  }

  /// A single number, of shape `[]`.
  public convenience init(_ value: Float, requiresGrad: Bool = false) {
    self.init([value], shape: [], requiresGrad: requiresGrad)
  }

  /// A tensor whose elements all equal `value`; traps on a negative size.
  public static func full(_ shape: [Int], _ value: Float, requiresGrad: Bool = false) -> Tensor {
    require(shape.allSatisfy { $0 >= 0 }, "full: shape \(shape) has a negative size")
    let tensor = Tensor(unwritten: shape)
    write(tensor.storage.pointer, tensor.count) { _ in value }
    tensor.requiresGrad = requiresGrad
    return tensor
  }

  /// A tensor of zeros; traps on a negative size.
  public static func zeros(_ shape: [Int], requiresGrad: Bool = false) -> Tensor {
    full(shape, 0, requiresGrad: requiresGrad)
  }

  /// A tensor of ones; traps on a negative size.
  public static func ones(_ shape: [Int], requiresGrad: Bool = false) -> Tensor {
    full(shape, 1, requiresGrad: requiresGrad)
  }
}
