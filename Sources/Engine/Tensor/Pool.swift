import Synchronization

/// Memory that tensors gave back, kept by size so that the next tensor of that size takes no fresh
/// memory: a training step repeats the sizes of the step before it.
///
/// A size class is a quarter of a doubling wide, so at most a fifth of a block goes unused. A free
/// block's first word holds the address of the next free block of its class.
package enum Pool {
  /// Great blocks that would make more than this many free bytes go back to the system.
  private static let limit = 1 << 30
  private static let alignment = 64

  private struct FreeLists {
    var heads = [UInt](repeating: 0, count: 4 * 64)
    var bytes = 0
    var slab = Slab()
    var fresh = 0
  }

  private static let lists = Mutex(FreeLists())

  /// How many blocks have been made of fresh memory so far; a training step that repeats adds none.
  package static var freshBlocks: Int { lists.withLock { $0.fresh } }

  /// A block of at least `bytes` bytes that holds whatever it held before.
  static func take(_ bytes: Int) -> UnsafeMutableRawPointer {
    let (index, size) = sizeClass(of: bytes)
    let address = lists.withLock { lists in
      let head = lists.heads[index]
      guard let block = UnsafeRawPointer(bitPattern: head) else {
        lists.fresh += 1
        return size > Slab.greatestBlock ? 0 : lists.slab.cut(size)
      }
      lists.heads[index] = block.load(as: UInt.self)
      lists.bytes -= size
      return head
    }
    return UnsafeMutableRawPointer(bitPattern: address) ?? largePages(size)
  }

  /// Takes back a block that `take` gave out for as many bytes.
  static func giveBack(_ block: UnsafeMutableRawPointer, _ bytes: Int) {
    let (index, size) = sizeClass(of: bytes)
    let address = UInt(bitPattern: block)
    let isKept = lists.withLock { lists in
      guard size <= Slab.greatestBlock || lists.bytes + size <= limit else { return false }
      UnsafeMutableRawPointer(bitPattern: address)?.storeBytes(
        of: lists.heads[index], as: UInt.self)
      lists.heads[index] = address
      lists.bytes += size
      return true
    }
    if !isKept { block.deallocate() }
  }

  /// The class of blocks that `bytes` bytes belong to and the size of its blocks.
  private static func sizeClass(of bytes: Int) -> (index: Int, size: Int) {
    let last = max(bytes, alignment) - 1
    let doubling = Int.bitWidth - 1 - last.leadingZeroBitCount
    let quarter = (last >> (doubling - 2)) & 3
    return (4 * doubling + quarter, (5 + quarter) << (doubling - 2))
  }
}
