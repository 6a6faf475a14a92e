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

  /// Puts names at the lines' ends if they fit there, else beside the lines, else in a legend.
  static func of(_ contents: Contents, _ size: Drawing.Size) -> Scene {
    if contents.chart.marks.contains(where: \.isOfScheme) { return scheme(contents, size) }
    if !contents.panels.places.isEmpty { return panels(contents, size) }
    let named = contents.series.filter { $0.name != nil }
    let head = ColorKey(contents.shading, size)?.height ?? 0
    if named.allSatisfy(\.hasLine) {
      if let margin = EndLabels.margin(for: named, size),
        let scene = labelled(
          contents, Layout(contents, size, Layout.Room(head: head, right: margin)), atEnds: true)
      {
        return scene
      }
      for (above, isStrict) in [(0.0, true), (22, true), (0, false)] {
        let layout = Layout(contents, size, Layout.Room(head: head, above: above))
        if let scene = labelled(contents, layout, isStrict: isStrict) { return scene }
      }
    }
    return withLegend(Legend(named, size), contents, size)
  }

  private static func labelled(
    _ contents: Contents, _ layout: Layout, atEnds: Bool = false, isStrict: Bool = true
  ) -> Scene? {
    var draft = Draft(contents, layout, ColorKey(contents.shading, layout.size))
    let parts = draft.ink.parts.filter { $0.series.name != nil }
    guard parts.allSatisfy({ !$0.labelLine.isEmpty }) else { return nil }
    let (ends, others) = atEnds ? EndLabels.sorted(parts, layout) : ([], parts)
    guard !atEnds || parts.isEmpty || !ends.isEmpty else { return nil }
    guard let endLabels = EndLabels.place(ends, in: layout) else { return nil }
    for label in endLabels { draft.ground.occupy(label.box, by: .words) }
    let notes = draft.notes()
    guard let inside = InsideLabels.place(others, in: layout, on: &draft.ground, isStrict: isStrict)
    else { return nil }
    return Scene(draft, above: notes + (endLabels + inside).flatMap(\.svg))
  }

  private static func withLegend(_ legend: Legend, _ contents: Contents, _ size: Drawing.Size)
    -> Scene
  {
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
