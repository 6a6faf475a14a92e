/// A run of numbers in memory; tensors of other shapes may share it.
final class Storage {
  let count: Int
  let pointer: UnsafeMutablePointer<Float>

  /// Room for `count` numbers, not yet written.
  init(count: Int) {
    self.count = count
    let bytes = count * MemoryLayout<Float>.stride
    pointer = Pool.take(bytes).bindMemory(to: Float.self, capacity: count)
  }

  /// The same numbers in another place.
  convenience init(copying other: Storage) {
    self.init(count: other.count)
    pointer.update(from: other.pointer, count: count)
  }

  deinit { Pool.giveBack(pointer, count * MemoryLayout<Float>.stride) }

  var data: UnsafePointer<Float> { UnsafePointer(pointer) }

  /// Lends `body` room for `count` numbers, not yet written.
  @inline(__always)
  static func lend<Result>(
    _ count: Int, to body: (UnsafeMutablePointer<Float>) -> Result
  ) -> Result {
    let bytes = count * MemoryLayout<Float>.stride
    let block = Pool.take(bytes)
    defer { Pool.giveBack(block, bytes) }
    return body(block.bindMemory(to: Float.self, capacity: count))
  }
}
