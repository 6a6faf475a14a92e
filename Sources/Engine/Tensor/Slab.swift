import Glibc

/// A large piece of fresh memory from which blocks are cut, one after the other.
struct Slab {
  /// A block above this size is better off alone.
  static let greatestBlock = 8 << 20
  private static let size = 16 << 20

  private var next: UInt = 0
  private var end: UInt = 0

  /// The address of a new block of at least `bytes` bytes.
  mutating func cut(_ bytes: Int) -> UInt {
    // A gap between blocks keeps equal places of neighbours apart in the cache.
    let room = UInt((bytes + 63) & ~63) + 64
    if end - next < room {
      next = UInt(bitPattern: largePages(Self.size))
      end = next + UInt(Self.size)
    }
    defer { next += room }
    return next
  }
}

/// Fresh memory in pages of two megabytes, where the system has them: with its usual ones of four
/// kilobytes the processor spends part of a large product looking up where they are.
func largePages(_ bytes: Int) -> UnsafeMutableRawPointer {
  let pages = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 2 << 20)
  madvise(pages, bytes, MADV_HUGEPAGE)
  return pages
}
