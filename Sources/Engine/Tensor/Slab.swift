import Glibc

/// A large allocation from which blocks are handed out one after the other.
struct Slab {
  /// Larger blocks are allocated on their own.
  static let largestBlock = 8 << 20
  private static let size = 16 << 20

  private var next: UInt = 0
  private var end: UInt = 0

  /// The address of a new block of at least `bytes` bytes.
  mutating func allocate(_ bytes: Int) -> UInt {
    // A gap between blocks keeps equal offsets of neighbours in different cache sets.
    let room = UInt((bytes + 63) & ~63) + 64
    if end - next < room {
      next = UInt(bitPattern: largePages(Self.size))
      end = next + UInt(Self.size)
    }
    defer { next += room }
    return next
  }
}

/// Allocates memory in pages of two megabytes where the system has them: with the usual pages of four
/// kilobytes, address translation takes a part of the time of a large product.
func largePages(_ bytes: Int) -> UnsafeMutableRawPointer {
  let pages = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 2 << 20)
  madvise(pages, bytes, MADV_HUGEPAGE)
  return pages
}
