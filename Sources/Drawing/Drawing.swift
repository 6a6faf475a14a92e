public import Charts
public import Markup

/// Draws charts as SVG: one image for screen readers, followed by the data points that a script
/// lets readers step through (see `DataPoints`).
public enum Drawing {
  /// The size that a drawing is made for.
  public enum Size: String, Sendable, CaseIterable {
    /// For a column 640 px wide.
    case wide
    /// For a phone screen 340 px wide.
    case narrow
  }

  /// The CSS that every page with a drawing needs, including the colours of series.
  ///
  /// The page must define `--paper`, `--ink`, `--soft`, `--faint`, `--accent` and `--sans`.
  public static let styleSheet = String(decoding: PackageResources.drawing_css, as: UTF8.self)

  /// Draws a chart in both sizes, in a box that shows the one that fits.
  ///
  /// - Parameters:
  ///   - chart: The chart.
  ///   - id: The prefix of all ids in the SVG; it must be unique in the page.
  ///   - alt: The text alternative.
  ///   - frames: The charts that share their axes, including this one.
  ///   - phrases: The language of the text that the drawing adds.
  /// - Returns: The box, and warnings about values that the drawings do not show.
  public static func draw(
    _ chart: Chart, id: String, alt: String, among frames: [Chart] = [],
    in phrases: DrawingPhrases = .english
  ) -> DrawnChart {
    let all = frames.contains(chart) ? frames : [chart] + frames
    let index = all.firstIndex(of: chart) ?? 0
    return draw(frames: all, ids: all.map { _ in id }, alts: all.map { _ in alt }, in: phrases)[
      index]
  }

  /// Draws the frames of a figure, whose axes are shared and at the same position in all of them.
  ///
  /// - Parameters:
  ///   - charts: The frames.
  ///   - ids: The prefix of all ids in the SVG of each frame.
  ///   - alts: The text alternative of each frame.
  ///   - phrases: The language of the text that the drawings add.
  /// - Returns: A box for each frame, and warnings about values that its drawings do not show.
  public static func draw(
    frames charts: [Chart], ids: [String], alts: [String], in phrases: DrawingPhrases = .english
  ) -> [DrawnChart] {
    let prepared = charts.map {
      PreparedChart($0, among: charts.count > 1 ? charts : [], in: phrases)
    }
    let sizes = Size.allCases.map { drawings(of: prepared, size: $0, ids: ids, alts: alts) }
    return charts.indices.map { index in
      let own = sizes.map { $0[index] }
      var known: Set<String> = []
      return DrawnChart(
        html: "<div class=\"drawing\">\n\(own.map(\.svg).joined(separator: "\n"))\n</div>",
        warnings: own.flatMap(\.report.warnings).filter { known.insert($0.kind).inserted })
    }
  }

  /// Draws a chart in both sizes, as ``draw(_:id:alt:among:in:)`` does, without returning
  /// warnings.
  public static func html(
    of chart: Chart, id: String, alt: String, among frames: [Chart] = [],
    in phrases: DrawingPhrases = .english
  ) -> HTML {
    draw(chart, id: id, alt: alt, among: frames, in: phrases).html
  }

  /// Draws a chart in one size.
  ///
  /// All ids in the SVG begin with `id`, which must be unique in the page.
  public static func svg(of chart: Chart, size: Size, id: String, alt: String) -> HTML {
    drawings(of: [PreparedChart(chart)], size: size, ids: [id], alts: [alt])[0].svg
  }

  /// Draws frames, each of them again with fewer marks until it fits its byte budget.
  private static func drawings(
    of frames: [PreparedChart], size: Size, ids: [String], alts: [String]
  ) -> [(svg: HTML, report: DrawingReport)] {
    var frames = frames
    while true {
      let scenes = Scene.all(of: frames, size)
      let drawings = scenes.indices.map { index in
        svg(of: scenes[index], frames[index], size: size, id: ids[index], alt: alts[index])
      }
      let isComplete = frames.indices.map { index in
        frames[index].reduceBudget(after: drawings[index].text.utf8.count, scenes[index].report)
      }.allSatisfy { !$0 }
      if isComplete { return zip(drawings, scenes).map { ($0, $1.report) } }
    }
  }

  private static func svg(
    of scene: Scene, _ prepared: PreparedChart, size: Size, id: String, alt: String
  ) -> HTML {
    let (titleID, descriptionID) = ("\(id)-\(size.rawValue)-title", "\(id)-\(size.rawValue)-desc")
    let box = "0 0 \(coordinate(size.width)) \(coordinate(scene.height))"
    let elements = scene.elements.joined(separator: "\n")
    let values: HTML =
      scene.dataPoints.svg(besides: elements.text.utf8.count).map { "\n\($0)" } ?? ""
    let description = [alt, scene.report.text].compactMap { $0 }.joined(separator: " ")
    return """
      <svg class="chart \(size.rawValue)" viewBox="\(box)">
      <g role="img" aria-labelledby="\(titleID) \(descriptionID)">
      <title id="\(titleID)">\(prepared.chart.title ?? alt)</title>
      <desc id="\(descriptionID)">\(description)</desc>
      \(elements)
      </g>\(values)
      </svg>
      """
  }
}

/// A chart drawn in every size.
public struct DrawnChart: Sendable {
  /// The drawings in their box.
  public let html: HTML
  /// Warnings about values that the drawings do not show, at most one of each kind.
  public let warnings: [Warning]

  /// A warning to the author about a drawing.
  public struct Warning: Equatable, Sendable {
    /// The kind of warning.
    ///
    /// Drawings of one figure that differ only in the number of marks left out have warnings of the
    /// same kind.
    public let kind: String
    /// The message in English, which continues a sentence that begins with “the figure”.
    public let message: String

    init(_ kind: String, _ message: String) {
      self.kind = kind
      self.message = message
    }
  }
}

extension PreparedChart {
  /// Reduces the byte budget if a drawing exceeded it; returns whether it did.
  fileprivate mutating func reduceBudget(after bytes: Int, _ report: DrawingReport) -> Bool {
    guard bytes > budget.limit, !budget.isExhausted else { return false }
    budget = budget.reduced(after: bytes, kinds: report.downsampling.byteCounts)
    return true
  }
}
