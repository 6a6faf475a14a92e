import Charts
import Markup

/// A drawing put together: its elements from the lowest to the topmost, and its height.
struct Scene {
  let elements: [HTML]
  let height: Double
  /// What is not drawn as it is.
  let remarks: Remarks
  /// The values that a reader can point at.
  let readings: Readings

  /// How the names of series are shown.
  private enum Naming {
    /// At the lines' ends, in a margin of a width.
    case atEnds(margin: Double, reach: Double)
    /// Beside the lines, with some room above the data.
    case beside(above: Double)
    /// In a legend.
    case legend
  }

  /// Puts names at the lines' ends if they fit there, else beside the lines, else in a legend.
  static func of(_ contents: Contents, _ size: Drawing.Size) -> Scene {
    all(of: [contents], size)[0]
  }

  /// Puts the frames of one figure together: names are shown in the same way in all, so that their
  /// axes lie at the same place.
  static func all(of frames: [Contents], _ size: Drawing.Size) -> [Scene] {
    guard let first = frames.first else { return [] }
    if frames.contains(where: { $0.chart.marks.contains(where: \.isOfScheme) }) {
      return frames.map { scheme($0, size) }
    }
    if !first.panels.places.isEmpty { return frames.map { panels($0, size) } }
    for naming in namings(of: first.allSeries.filter { $0.name != nil }, size) {
      var scenes: [Scene] = []
      for contents in frames {
        guard let scene = named(contents, size, naming) else { break }
        scenes.append(scene)
      }
      if scenes.count == frames.count { return scenes }
    }
    return frames.map { withLegend($0, size) }
  }

  /// The ways to show names, the best first.
  private static func namings(of series: [Series], _ size: Drawing.Size) -> [Naming] {
    guard series.allSatisfy(\.hasLine) else { return [.legend] }
    let margin = EndLabels.margin(for: series, size)
    let (near, far) = EndLabels.reaches
    let beside = [0.0, 22].map(Naming.beside)
    guard let margin else { return beside + [.legend] }
    return [.atEnds(margin: margin, reach: near)] + beside
      + [.atEnds(margin: margin + 12, reach: far), .legend]
  }

  /// Nil if some name finds no place.
  private static func named(_ contents: Contents, _ size: Drawing.Size, _ naming: Naming) -> Scene?
  {
    let head = ColorKey(contents.shading, size)?.height ?? 0
    switch naming {
    case .atEnds(let margin, let reach):
      let room = Layout.Room(head: head, right: margin)
      return labelled(contents, Layout(contents, size, room), reach: reach)
    case .beside(let above):
      return labelled(contents, Layout(contents, size, Layout.Room(head: head, above: above)))
    case .legend: return withLegend(contents, size)
    }
  }

  private static func labelled(
    _ contents: Contents, _ layout: Layout, reach: Double? = nil
  ) -> Scene? {
    var draft = Draft(contents, layout, ColorKey(contents.shading, layout.size))
    let parts = draft.ink.parts.filter { $0.series.name != nil }
    guard parts.allSatisfy({ !$0.labelLine.isEmpty }) else { return nil }
    let (ends, others) = reach == nil ? ([], parts) : EndLabels.sorted(parts, layout)
    guard reach == nil || parts.isEmpty || !ends.isEmpty else { return nil }
    let lines = draft.ink.parts.map { ($0.series.style, $0.lines + $0.paths) }
    guard let endLabels = EndLabels.place(ends, in: layout, among: lines, reach: reach ?? 0)
    else { return nil }
    for label in endLabels { draft.ground.occupy(label.box, by: .words) }
    let notes = draft.notes()
    guard let inside = InsideLabels.place(others, in: layout, on: &draft.ground)
    else { return nil }
    return Scene(draft, above: notes + (endLabels + inside).flatMap(\.svg))
  }

  private static func withLegend(_ contents: Contents, _ size: Drawing.Size) -> Scene {
    let legend = Legend(contents.allSeries.filter { $0.name != nil }, size)
    let key = ColorKey(contents.shading, size, below: legend.height)
    let head = legend.height + (key?.height ?? 0)
    var draft = Draft(contents, Layout(contents, size, Layout.Room(head: head)), key)
    return Scene(draft, above: draft.notes() + legend.svg)
  }

  init(elements: [HTML], height: Double, remarks: Remarks, readings: Readings) {
    self.elements = elements
    self.height = height.rounded(.up)
    self.remarks = remarks
    self.readings = readings
  }

  private init(_ draft: Draft, above: [HTML]) {
    let layout = draft.layout
    remarks = draft.remarks
    readings = draft.readings
    let remark = Words(remarks.words ?? "", within: layout.width, layout.size)
    let box = remark.box(with: (0, 0), at: Point(x: 0, y: layout.bottom + 6))
    elements = draft.svg + above + remark.svg(in: box, TextStyle(kind: "remark"))
    height = (remark.lines.isEmpty ? layout.bottom : box.bottom).rounded(.up)
  }
}

/// What does not depend on where names stand, and the ground that it leaves.
struct Draft {
  let contents: Contents
  let layout: Layout
  let ink: Ink
  var ground: Ground
  private let rules: Rules
  private let frame: Frame
  private let key: ColorKey?
  private let mosaic: Mosaic?
  private let relief: Relief
  private let ridges: Ridges
  private let texts: Texts

  init(_ contents: Contents, _ layout: Layout, _ key: ColorKey?) {
    self.key = key
    mosaic = Mosaic(contents, layout)
    relief = Relief(contents, layout)
    ridges = Ridges(contents, layout)
    self.contents = contents
    self.layout = layout
    ink = Ink(contents, layout)
    rules = Rules(contents.chart, in: layout)
    texts = Texts(contents.chart, in: layout)
    frame = Frame(layout: layout)
    ground = Ground(width: layout.width, height: layout.bottom)
    frame.occupy(&ground)
    rules.occupy(&ground)
    ink.occupy(&ground)
    ink.omissions.occupy(&ground, in: layout.plot)
  }

  mutating func notes() -> [HTML] {
    texts.svg(on: &ground)
      + rules.annotations(on: &ground)
      + Notes.annotations(of: ink, in: layout, on: &ground)
  }

  var svg: [HTML] {
    let ground = (mosaic?.svg ?? []) + relief.svg + ridges.svg
    let data = ink.areas + rules.svg + ink.strokes + ink.omissions.svg(in: layout.plot)
    return frame.grid + ground + data + (mosaic?.words ?? []) + frame.words + (key?.svg ?? [])
  }

  /// What is not drawn as it is.
  var remarks: Remarks {
    var remarks = Remarks(contents.vocabulary, isEmpty: contents.isEmpty)
    remarks.add(ink)
    remarks.add(mosaic)
    remarks.add(relief)
    for omissions in [ridges.omissions, rules.omissions, texts.omissions] { remarks.add(omissions) }
    for reductions in [ridges.reductions, rules.reductions, texts.reductions] {
      remarks.add(reductions)
    }
    return remarks
  }

  var readings: Readings {
    let own = Readings.groups(contents, layout)
    let cells = mosaic?.readings ?? []
    let isSmall = (contents.lattice?.values.count ?? .max) <= Readings.mostCells
    return Readings(
      own + cells + relief.readings + ridges.readings + [Readings.arrows(contents, layout)],
      axes: (contents.chart.xAxis, contents.chart.yAxis),
      allowed: isSmall ? Readings.mostCells : layout.budget.readings)
  }
}
