/// What a drawing omits or simplifies, as sentences below it and as warnings to the author.
struct DrawingReport {
  private var omissions = Omissions()
  private(set) var downsampling = DownsamplingReport()
  /// The number of columns and rows that are averaged into one rectangle of a heat map.
  private var block = TileBlock()
  /// The number of values beyond the ends of the colour scale.
  private var beyondCount = 0
  /// The series in order, and whether any of their values are drawn.
  private var series: [(name: String?, isDrawn: Bool)] = []
  /// Whether the chart has no marks.
  private var isEmpty = false
  private let phrases: DrawingPhrases

  init(_ phrases: DrawingPhrases, isEmpty: Bool = false) {
    self.phrases = phrases
    self.isEmpty = isEmpty
  }

  mutating func add(_ omissions: Omissions) { self.omissions.add(omissions) }

  mutating func add(_ downsampling: DownsamplingReport) { self.downsampling.add(downsampling) }

  /// Adds what the marks of a layout leave out.
  mutating func add(_ plottedMarks: PlottedMarks) {
    add(plottedMarks.omissions)
    add(plottedMarks.downsampling)
    for part in plottedMarks.parts where !part.series.hasArea && !part.series.hasEdges {
      note(part.series.name, isDrawn: !part.isEmpty)
    }
  }

  /// Adds what a heat map leaves out.
  mutating func add(_ heatMap: HeatMapLayer?) {
    guard let heatMap else { return }
    omissions.add(heatMap.omissionCounts)
    beyondCount += heatMap.beyondCount
    downsampling.record(bytes: heatMap.byteCount)
    join(heatMap.block)
  }

  /// Adds what surfaces leave out.
  mutating func add(_ contours: ContourLayer) {
    beyondCount += contours.beyondCount
    omissions.add(contours.omissionCounts)
    add(contours.downsampling)
  }

  /// Adds what a small multiple leaves out.
  mutating func add(_ other: DrawingReport) {
    add(other.omissions)
    add(other.downsampling)
    beyondCount += other.beyondCount
    join(other.block)
    for (name, isDrawn) in other.series { note(name, isDrawn: isDrawn) }
  }

  private mutating func join(_ other: TileBlock) {
    block = TileBlock(columns: max(block.columns, other.columns), rows: max(block.rows, other.rows))
  }

  private mutating func note(_ name: String?, isDrawn: Bool) {
    if let index = series.firstIndex(where: { $0.name == name }) {
      series[index].isDrawn = series[index].isDrawn || isDrawn
    } else {
      series.append((name, isDrawn))
    }
  }

  /// The sentences; nil if the drawing is complete.
  var text: String? {
    if isEmpty { return phrases.noData }
    let sentences =
      [omissions.sentence(in: phrases), omissions.droppedTextSentence(in: phrases)].compactMap {
        $0
      }
      + (beyondCount == 0 ? [] : [phrases.beyondTheColours(beyondCount)])
      + downsampling.sentences(in: phrases)
      + (block == TileBlock()
        ? [] : [phrases.blocks(columns: block.columns, rows: block.rows)])
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// The warnings to the author.
  var warnings: [DrawnChart.Warning] {
    if isEmpty { return [.init("empty", "has no marks, so it shows “No data.”")] }
    let english = DrawingPhrases.english
    let lost = omissions.droppedTextSentence(in: english).map { [embedded($0)] } ?? []
    let reduced = DownsamplingReport.Kind.allCases.compactMap { kind in
      downsampling.sentence(about: kind, in: english).map {
        DrawnChart.Warning("\(kind)", embedded($0))
      }
    }
    let within = downsampling.distanceSentence(in: english).map {
      DrawnChart.Warning("lines", embedded($0))
    }
    let blocks = DrawnChart.Warning(
      "cells", "draws each block of \(block.columns) × \(block.rows) cells as its mean")
    return (undrawnSeries + lost).map { DrawnChart.Warning($0, $0) } + reduced
      + [within].compactMap { $0 }
      + (block == TileBlock() ? [] : [blocks])
  }

  /// Messages about series of which no value is drawn.
  private var undrawnSeries: [String] {
    let missing =
      omissions.sentence(in: .english).map { ": " + embedded($0) } ?? ""
    let empty = series.filter { !$0.isDrawn }
    if !empty.isEmpty, empty.count == series.count { return ["shows none of its values\(missing)"] }
    return empty.map { one in
      let name = one.name.map { "series '\($0)'" } ?? "series without a name"
      return "shows no value of the \(name)\(missing)"
    }
  }
}

/// A sentence in lower case and without its full stop, to be embedded in another one.
private func embedded(_ sentence: String) -> String {
  let text = sentence.hasSuffix(".") ? sentence.dropLast() : Substring(sentence)
  return text.prefix(1).lowercased() + text.dropFirst()
}
