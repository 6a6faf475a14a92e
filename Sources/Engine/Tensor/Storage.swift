/// A buffer of numbers; tensors of different shapes can share it.
final class Storage {
  let count: Int
  let pointer: UnsafeMutablePointer<Float>

  /// A buffer of `count` uninitialised numbers.
  init(count: Int) {
    self.count = count
    let bytes = count * MemoryLayout<Float>.stride
    pointer = Pool.allocate(bytes).bindMemory(to: Float.self, capacity: count)
  }

  /// A copy of `other`.
  convenience init(copying other: Storage) {
    self.init(count: other.count)
    pointer.update(from: other.pointer, count: count)
  }

  deinit { Pool.free(pointer, count * MemoryLayout<Float>.stride) }

  var data: UnsafePointer<Float> { UnsafePointer(pointer) }

  /// Calls `body` with a temporary buffer of `count` uninitialised numbers.
  @inline(__always)
  static func withTemporary<Result>(
    _ count: Int, to body: (UnsafeMutablePointer<Float>) -> Result
  ) -> Result {
    let bytes = count * MemoryLayout<Float>.stride
    let block = Pool.allocate(bytes)
    defer { Pool.free(block, bytes) }
    return body(block.bindMemory(to: Float.self, capacity: count))
  }
}
