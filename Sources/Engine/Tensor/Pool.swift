import Synchronization

/// A memory pool: freed blocks are stored by size and reused by the next tensor of that size, since each
/// training step allocates the same sizes as the one before it.
///
/// There are four size classes per power of two, so at most a fifth of a block is unused. A free block's
/// first word holds the address of the next free block of its class.
package enum Pool {
  /// Large blocks are returned to the system if the free bytes would exceed this number.
  private static let limit = 1 << 30
  private static let alignment = 64

  private struct FreeLists {
    var heads = [UInt](repeating: 0, count: 4 * 64)
    var bytes = 0
    var slab = Slab()
    var fresh = 0
  }

  private static let lists = Mutex(FreeLists())

  /// How many blocks have been allocated from the system so far; repeated training steps add none.
  package static var freshBlocks: Int { lists.withLock { $0.fresh } }

  /// Allocates a block of at least `bytes` bytes, whose content is undefined.
  static func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
    let (index, size) = sizeClass(of: bytes)
    let address = lists.withLock { lists in
      let head = lists.heads[index]
      guard let block = UnsafeRawPointer(bitPattern: head) else {
        lists.fresh += 1
        return size > Slab.largestBlock ? 0 : lists.slab.allocate(size)
      }
      lists.heads[index] = block.load(as: UInt.self)
      lists.bytes -= size
      return head
    }
    return UnsafeMutableRawPointer(bitPattern: address) ?? largePages(size)
  }

  /// Frees a block that `allocate` returned for the same number of bytes.
  static func free(_ block: UnsafeMutableRawPointer, _ bytes: Int) {
    let (index, size) = sizeClass(of: bytes)
    let address = UInt(bitPattern: block)
    let isPooled = lists.withLock { lists in
      guard size <= Slab.largestBlock || lists.bytes + size <= limit else { return false }
      UnsafeMutableRawPointer(bitPattern: address)?.storeBytes(
        of: lists.heads[index], as: UInt.self)
      lists.heads[index] = address
      lists.bytes += size
      return true
    }
    if !isPooled { block.deallocate() }
  }

  /// The size class for `bytes` bytes and the size of its blocks.
  private static func sizeClass(of bytes: Int) -> (index: Int, size: Int) {
    let last = max(bytes, alignment) - 1
    let doubling = Int.bitWidth - 1 - last.leadingZeroBitCount
    let quarter = (last >> (doubling - 2)) & 3
    return (4 * doubling + quarter, (5 + quarter) << (doubling - 2))
  }
}
