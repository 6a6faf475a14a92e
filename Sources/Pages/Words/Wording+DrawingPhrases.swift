import Drawing

extension Wording {
  /// The texts that drawings add.
  var drawingPhrases: DrawingPhrases {
    let sampled = zip(DrawingPhrases.kinds, Self.sampled).map {
      ($0, self($1, "{count}", "{total}") as String)
    }
    return DrawingPhrases(
      noData: self[.noData], notDrawn: self(.notDrawn, "{list}"), notPositive: self[.notPositive],
      beyondTheAxes: self[.beyondTheAxes],
      beyondTheColours: self(.beyondTheColours, "{count}"),
      outsideTheBins: self(.outsideTheBins, "{count}", "{total}"),
      withoutPlace: self(.withoutPlace, "{list}"),
      sampled: Dictionary(uniqueKeysWithValues: sampled),
      within: self(.linesWithin, "{distance}"),
      blocks: self(.blocks, "{columns}", "{rows}"))
  }

  /// The phrases for sampled marks, in the order of `DrawingPhrases.kinds`.
  private static let sampled: [Phrase] = [
    .somePoints, .someBars, .someRectangles, .someRanges, .someArrows, .someRules, .someTexts,
    .someAnnotations, .someEdges,
  ]
}
