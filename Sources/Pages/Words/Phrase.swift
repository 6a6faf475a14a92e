/// The phrases of the interface; `words.md` has their texts by language.
enum Phrase: String, CaseIterable {
  // Around the text
  case skip, lessons, onThisPage, besideTheLessons, lesson, lessonWithTitle, minute, minutes
  case objectives, neighbours, before, next, seed, edit, linkHere
  case takeAlong, markdown, program, programOfSession, inputs, runIt
  case notFound, notFoundText
  // Results
  case figure, table, equation, formula, tableOfText, code, theCode, output, failure
  case data, dataOfFigure, csv, moreRows, oneMoreRow, yes, no
  // Alerts
  case note, tip, important, warning, caution, misconception, keyPoints, hint, solution
  case predict, showAnswer, exercise
  // Works
  case works, and, andOthers
  // Reference of the modules
  case handbook, handbookText, chapter, chapterText, moreOf, moreOfIt, returns, failures, source
  // Claims
  case measured, within, withinPercent, atMost, atLeast, between, atLeastOf, outOf, fromTo
  case nothing, so, notSo
  // Used by drawings
  case noData, notDrawn, notPositive, beyondTheAxes, beyondTheColours, outsideTheBins
  case withoutPlace, linesWithin, blocks
  case somePoints, someBars, someRectangles, someRanges, someArrows, someRules, someTexts
  case someAnnotations, someEdges
  // Used by scripts
  case copy, copied, values, someValues, search, searchHelp, found, nothingFound, close

  /// The phrases that the scripts use.
  static let usedByScripts: [Phrase] = [
    .copy, .copied, .values, .someValues, .search, .searchHelp, .found, .nothingFound, .close,
  ]
}
