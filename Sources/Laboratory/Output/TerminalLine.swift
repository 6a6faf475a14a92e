internal import Records

/// A line of a terminal: a place for each column, of which a wide character takes two.
struct TerminalLine {
  private struct Place {
    /// Nil in the second column of a wide character, and in all but the first of a tab.
    var character: Character?
    var style: TextStyle
  }

  private var places: [Place] = []
  /// Whether a tab stands in the line as such; one that is written over becomes spaces.
  private var hasTabs = false

  /// Whether nothing stands in it.
  var isEmpty: Bool { places.isEmpty }

  /// Puts a character at a column.
  ///
  /// - Returns: The column behind it.
  mutating func put(_ character: Character, _ style: TextStyle, at column: Int) -> Int {
    prepare(for: column)
    let width = character.isWideInTerminals ? 2 : 1
    for offset in 0..<width { free(column + offset) }
    write(Place(character: character, style: style), at: column)
    if width == 2 { write(Place(character: nil, style: style), at: column + 1) }
    return column + width
  }

  /// Moves to the next multiple of eight; at the line's end the tab stays a tab.
  mutating func putTab(_ style: TextStyle, at column: Int) -> Int {
    let next = (column / 8 + 1) * 8
    guard column >= places.count else { return next }
    prepare(for: column)
    places.append(Place(character: "\t", style: style))
    while places.count < next { places.append(Place(character: nil, style: style)) }
    hasTabs = true
    return next
  }

  /// Erases from a column on (0), up to it (1), or all (2).
  mutating func erase(_ part: Int, at column: Int) {
    switch part {
    case 0: remove(.max, at: column)
    case 1: blank(0..<min(column + 1, places.count))
    default: places = []
    }
  }

  /// Puts spaces in some columns.
  mutating func blank(_ columns: Range<Int>) {
    replaceTabs()
    for column in columns where places.indices.contains(column) {
      free(column)
      places[column] = Place(character: " ", style: TextStyle())
    }
  }

  /// Takes columns away.
  mutating func remove(_ count: Int, at column: Int) {
    guard column < places.count else { return }
    replaceTabs()
    free(column)
    places.removeSubrange(column..<column + min(count, places.count - column))
    if column < places.count, places[column].character == nil { places[column].character = " " }
  }

  /// Moves what stands at a column to the right.
  mutating func insert(_ count: Int, at column: Int) {
    guard column < places.count else { return }
    replaceTabs()
    free(column)
    let space = Place(character: " ", style: TextStyle())
    places.insert(contentsOf: Array(repeating: space, count: count), at: column)
  }

  /// Adds the line's text to a text.
  func append(to text: inout StyledText) {
    for place in places {
      if let character = place.character { text.append(String(character), place.style) }
    }
  }

  private mutating func prepare(for column: Int) {
    if column < places.count { replaceTabs() }
    while places.count < column { places.append(Place(character: " ", style: TextStyle())) }
  }

  private mutating func write(_ place: Place, at column: Int) {
    if column < places.count { places[column] = place } else { places.append(place) }
  }

  /// Makes a column free of half of a wide character.
  private mutating func free(_ column: Int) {
    guard places.indices.contains(column) else { return }
    let isSecond = places[column].character == nil
    let other = isSecond ? column - 1 : column + 1
    guard places.indices.contains(other), isSecond || places[other].character == nil else { return }
    for half in [column, other] { places[half].character = " " }
  }

  private mutating func replaceTabs() {
    guard hasTabs else { return }
    hasTabs = false
    var isTab = false
    for column in places.indices {
      if let character = places[column].character { isTab = character == "\t" }
      if isTab { places[column].character = " " }
    }
  }
}

extension Character {
  /// Whether a terminal gives it two columns: Chinese, Japanese, Korean, and most emoji.
  fileprivate var isWideInTerminals: Bool {
    guard let first = unicodeScalars.first else { return false }
    if first.value < 0x1100 { return false }
    if first.properties.isEmojiPresentation { return true }
    // A variation selector asks for the picture.
    if unicodeScalars.dropFirst().first?.value == 0xFE0F { return true }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
