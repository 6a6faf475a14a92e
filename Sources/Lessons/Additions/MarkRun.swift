/// Marks of emphasis of one kind that follow each other, and the characters beside them.
struct MarkRun {
  let mark: Unicode.Scalar
  let count: Int
  let offset: Int
  let before: Neighbour
  let after: Neighbour
  var left: Int
  /// Whether something that opened before it was closed after it.
  var isPassed = false

  init(mark: Unicode.Scalar, count: Int, offset: Int, before: Neighbour, after: Neighbour) {
    (self.mark, self.count, self.offset, left) = (mark, count, offset, count)
    (self.before, self.after) = (before, after)
  }

  var text: String { String(repeating: Character(mark), count: count) }

  var canOpen: Bool {
    !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
  }
  var canClose: Bool {
    !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
  }
  var canOpenInCJK: Bool { canOpen || (!after.isSpace && (after.isCJK || before.isCJK)) }
  var canCloseInCJK: Bool { canClose || (!before.isSpace && (before.isCJK || after.isCJK)) }

  /// Underscores within a word are part of it.
  var opens: Bool {
    mark == "_" ? canOpen && (!canClose || before.isPunctuation) : canOpenInCJK
  }
  var closes: Bool {
    mark == "_" ? canClose && (!canOpen || after.isPunctuation) : canCloseInCJK
  }

  var isSpaced: Bool { before.isSpace && after.isSpace }
  var isBlockedCloser: Bool { before.isPunctuation && after.isLetter && !closes }
  var isBlockedOpener: Bool { before.isLetter && after.isPunctuation && !opens }
  var looksLikeOpener: Bool { !after.isSpace && !(before.isLetter && after.isLetter) }
  var looksLikeCloser: Bool { !before.isSpace && !(before.isLetter && after.isLetter) }
  var opensAWord: Bool { before.isSpace && after.isLetter }

  func isLike(_ other: MarkRun) -> Bool { mark == other.mark && count == other.count }
}

/// A character beside a run, as CommonMark looks at it.
struct Neighbour {
  static let space = Neighbour(nil)
  static let punctuation = Neighbour("!")

  let isSpace: Bool
  let isPunctuation: Bool
  let isCJK: Bool

  var isLetter: Bool { !isSpace && !isPunctuation }

  /// A character; a text's beginning and end are like a space.
  init(_ scalar: Unicode.Scalar?) {
    guard let scalar else {
      (isSpace, isPunctuation, isCJK) = (true, false, false)
      return
    }
    isSpace =
      scalar.properties.generalCategory == .spaceSeparator || (9...13).contains(scalar.value)
    // What is masked is mostly code, a formula or an address: all of them end in punctuation.
    isPunctuation =
      (1...4).contains(scalar.value) || scalar.value == 0x7F || scalar == Placeholder.tilde
      || scalar.isMarkdownPunctuation
    isCJK = cjk.contains { $0.contains(scalar.value) }
  }
}

extension Unicode.Scalar {
  /// CommonMark's punctuation: ASCII's, and Unicode's general category P.
  fileprivate var isMarkdownPunctuation: Bool {
    if isASCII {
      return (33...47).contains(value) || (58...64).contains(value) || (91...96).contains(value)
        || (123...126).contains(value)
    }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}

/// Chinese, Japanese and Korean characters, their punctuation and the full-width forms.
private let cjk: [ClosedRange<UInt32>] = [
  0x1100...0x11FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
  0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF,
]
