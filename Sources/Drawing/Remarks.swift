/// What a drawing does not show as it is, in sentences below it and for whoever builds the page.
struct Remarks {
  private var omissions = Omissions()
  private(set) var reductions = Reductions()
  /// How many columns and rows of cells one rectangle's colour is the mean of.
  private var block = Block()
  /// How many values lie beyond the ends of the colours.
  private var beyond = 0
  /// The series, in order, and whether anything of each is drawn.
  private var series: [(name: String?, isDrawn: Bool)] = []
  /// Whether there are no marks at all.
  private var isEmpty = false
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary, isEmpty: Bool = false) {
    self.vocabulary = vocabulary
    self.isEmpty = isEmpty
  }

  mutating func add(_ omissions: Omissions) { self.omissions.add(omissions) }

  mutating func add(_ reductions: Reductions) { self.reductions.add(reductions) }

  /// Adds what the marks of a layout leave out.
  mutating func add(_ ink: Ink) {
    add(ink.omissions)
    add(ink.reductions)
    for part in ink.parts where !part.series.hasArea && !part.series.hasEdges {
      note(part.series.name, isDrawn: !part.isEmpty)
    }
  }

  /// Adds what a heat map leaves out.
  mutating func add(_ mosaic: Mosaic?) {
    guard let mosaic else { return }
    omissions.add(mosaic.faults)
    beyond += mosaic.beyond
    reductions.note(bytes: mosaic.weight)
    join(mosaic.block)
  }

  /// Adds what surfaces leave out.
  mutating func add(_ relief: Relief) {
    beyond += relief.beyond
    omissions.add(relief.faults)
    add(relief.reductions)
  }

  /// Adds what a small multiple leaves out.
  mutating func add(_ other: Remarks) {
    add(other.omissions)
    add(other.reductions)
    beyond += other.beyond
    join(other.block)
    for (name, isDrawn) in other.series { note(name, isDrawn: isDrawn) }
  }

  private mutating func join(_ other: Block) {
    block = Block(columns: max(block.columns, other.columns), rows: max(block.rows, other.rows))
  }

  private mutating func note(_ name: String?, isDrawn: Bool) {
    if let index = series.firstIndex(where: { $0.name == name }) {
      series[index].isDrawn = series[index].isDrawn || isDrawn
    } else {
      series.append((name, isDrawn))
    }
  }

  /// The sentences; nil if all is shown as it is.
  var words: String? {
    if isEmpty { return vocabulary.noData }
    let sentences =
      [omissions.sentence(in: vocabulary), omissions.lostWords(in: vocabulary)].compactMap { $0 }
      + (beyond == 0 ? [] : [vocabulary.beyondTheColours(beyond)])
      + reductions.sentences(in: vocabulary)
      + (block == Block()
        ? [] : [vocabulary.blocks(columns: block.columns, rows: block.rows)])
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// What an author should know.
  var warnings: [Plate.Warning] {
    if isEmpty { return [.init("empty", "has no marks, so it says “No data.”")] }
    let english = Vocabulary.english
    let lost = omissions.lostWords(in: english).map { [decapitalised($0)] } ?? []
    let reduced = Reductions.Kind.allCases.compactMap { kind in
      reductions.sentence(about: kind, in: english).map {
        Plate.Warning("\(kind)", decapitalised($0))
      }
    }
    let within = reductions.distanceSentence(in: english).map {
      Plate.Warning("lines", decapitalised($0))
    }
    let blocks = Plate.Warning(
      "cells", "draws the means of \(block.columns) × \(block.rows) cells as one")
    return (nothing + lost).map { Plate.Warning($0, $0) } + reduced + [within].compactMap { $0 }
      + (block == Block() ? [] : [blocks])
  }

  /// The series of which nothing is drawn.
  private var nothing: [String] {
    let missing =
      omissions.sentence(in: .english).map { ": " + decapitalised($0) } ?? ""
    let empty = series.filter { !$0.isDrawn }
    if !empty.isEmpty, empty.count == series.count { return ["shows none of its values\(missing)"] }
    return empty.map { one in
      let name = one.name.map { "series '\($0)'" } ?? "series without a name"
      return "shows no value of the \(name)\(missing)"
    }
  }
}

/// A sentence as the end of another one.
private func decapitalised(_ sentence: String) -> String {
  let words = sentence.hasSuffix(".") ? sentence.dropLast() : Substring(sentence)
  return words.prefix(1).lowercased() + words.dropFirst()
}
