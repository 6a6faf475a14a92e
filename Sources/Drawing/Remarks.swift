/// What a drawing does not show as it is, in sentences below it.
struct Remarks {
  private var omissions = Omissions()
  /// How many columns and rows of cells one rectangle's colour is the mean of.
  private var block = Block()
  /// How many values lie beyond the ends of the colours.
  private var beyond = 0
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Adds what the marks of a layout leave out.
  mutating func add(_ omissions: Omissions) { self.omissions.add(omissions.counts) }

  /// Adds what a heat map leaves out.
  mutating func add(_ mosaic: Mosaic?) {
    guard let mosaic else { return }
    omissions.add(mosaic.faults)
    beyond += mosaic.beyond
    block = Block(
      columns: max(block.columns, mosaic.block.columns), rows: max(block.rows, mosaic.block.rows))
  }

  /// Adds what surfaces leave out.
  mutating func add(_ relief: Relief) { beyond += relief.beyond }

  /// Adds what a small multiple leaves out.
  mutating func add(_ other: Remarks) {
    omissions.add(other.omissions.counts)
    beyond += other.beyond
    block = Block(
      columns: max(block.columns, other.block.columns), rows: max(block.rows, other.block.rows))
  }

  /// The sentences; nil if all is shown as it is.
  var words: String? {
    let sentences = [
      omissions.sentence(in: vocabulary),
      beyond == 0 ? nil : vocabulary.beyondTheColours(beyond),
      block == Block() ? nil : vocabulary.blocks(columns: block.columns, rows: block.rows),
    ].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
