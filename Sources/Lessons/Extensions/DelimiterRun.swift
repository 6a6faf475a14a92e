/// A delimiter run in CommonMark's sense, with the characters beside it.
struct DelimiterRun {
  let delimiter: Unicode.Scalar
  let count: Int
  let offset: Int
  let before: AdjacentCharacter
  let after: AdjacentCharacter
  /// The number of delimiters that are not paired yet.
  var left: Int
  /// Whether it is between a paired opener and closer, so that it can no longer be paired.
  var isEnclosed = false

  init(
    delimiter: Unicode.Scalar, count: Int, offset: Int, before: AdjacentCharacter,
    after: AdjacentCharacter
  ) {
    self.delimiter = delimiter
    self.count = count
    self.offset = offset
    self.before = before
    self.after = after
    left = count
  }

  var text: String { String(repeating: Character(delimiter), count: count) }

  var canOpen: Bool {
    !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
  }
  var canClose: Bool {
    !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
  }
  var canOpenNearCJK: Bool { canOpen || (!after.isSpace && (after.isCJK || before.isCJK)) }
  var canCloseNearCJK: Bool { canClose || (!before.isSpace && (before.isCJK || after.isCJK)) }

  /// Whether it can open emphasis; underscores within a word cannot.
  var opens: Bool {
    delimiter == "_" ? canOpen && (!canClose || before.isPunctuation) : canOpenNearCJK
  }
  var closes: Bool {
    delimiter == "_" ? canClose && (!canOpen || after.isPunctuation) : canCloseNearCJK
  }

  var isSpaced: Bool { before.isSpace && after.isSpace }
  var isBlockedCloser: Bool { before.isPunctuation && after.isLetter && !closes }
  var isBlockedOpener: Bool { before.isLetter && after.isPunctuation && !opens }
  var looksLikeOpener: Bool { !after.isSpace && !(before.isLetter && after.isLetter) }
  var looksLikeCloser: Bool { !before.isSpace && !(before.isLetter && after.isLetter) }
  var precedesWord: Bool { before.isSpace && after.isLetter }

  func isLike(_ other: DelimiterRun) -> Bool {
    delimiter == other.delimiter && count == other.count
  }
}

/// A character beside a run, as CommonMark classifies it.
struct AdjacentCharacter {
  static let space = AdjacentCharacter(nil)
  static let punctuation = AdjacentCharacter("!")

  let isSpace: Bool
  let isPunctuation: Bool
  let isCJK: Bool

  var isLetter: Bool { !isSpace && !isPunctuation }

  /// Classifies a character; nil, for the start or end of the text, counts as a space.
  init(_ scalar: Unicode.Scalar?) {
    guard let scalar else {
      isSpace = true
      isPunctuation = false
      isCJK = false
      return
    }
    isSpace =
      scalar.properties.generalCategory == .spaceSeparator || (9...13).contains(scalar.value)
    // Masked text is mostly code, a formula or an address, all of which end in punctuation.
    isPunctuation =
      (1...4).contains(scalar.value) || scalar.value == 0x7F || scalar == Placeholder.tilde
      || scalar.isMarkdownPunctuation
    isCJK = cjk.contains { $0.contains(scalar.value) }
  }
}

extension Unicode.Scalar {
  /// Whether CommonMark counts it as punctuation: ASCII punctuation, and Unicode's category P.
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

/// Chinese, Japanese and Korean characters, their punctuation and full-width forms.
private let cjk: [ClosedRange<UInt32>] = [
  0x1100...0x11FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
  0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF,
]
