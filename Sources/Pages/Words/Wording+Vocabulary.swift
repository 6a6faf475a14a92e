import Drawing

extension Wording {
  /// The words that drawings add of their own.
  var vocabulary: Vocabulary {
    Vocabulary(
      noData: self[.noData], notDrawn: self(.notDrawn, "{list}"), notPositive: self[.notPositive],
      beyondTheAxes: self[.beyondTheAxes],
      beyondTheColours: self(.beyondTheColours, "{count}"),
      blocks: self(.blocks, "{columns}", "{rows}"))
  }
}
