public import Charts
public import Markup

/// A chart's SVG: one image to a screen reader and, beside it, the values that a script lets a
/// reader walk through, as the type `DataPoints` describes.
public enum Drawing {
  /// The measure a drawing is made for.
  public enum Size: String, Sendable, CaseIterable {
    /// For a column of 640 px.
    case wide
    /// For a phone's 340 px.
    case narrow
  }

  /// The rules that every page with a drawing needs, the series' colours included.
  ///
  /// The page defines `--paper`, `--ink`, `--soft`, `--faint`, `--accent` and `--sans`.
  public static let styleSheet = String(decoding: PackageResources.drawing_css, as: UTF8.self)

  /// Draws a chart for both measures, in a box that shows the one that fits.
  ///
  /// - Parameters:
  ///   - chart: The chart.
  ///   - id: What the SVG's own ids begin with; it must be one of its page's.
  ///   - alt: What the chart shows, in words.
  ///   - frames: The charts, this one among them, with which it shares its axes.
  ///   - vocabulary: The words that the drawing adds of its own.
  /// - Returns: The box, and what the drawings do not show as it is.
  public static func plate(
    of chart: Chart, id: String, alt: String, among frames: [Chart] = [],
    in phrases: Vocabulary = .english
  ) -> Plate {
    let all = frames.contains(chart) ? frames : [chart] + frames
    let index = all.firstIndex(of: chart) ?? 0
    return plates(of: all, ids: all.map { _ in id }, alts: all.map { _ in alt }, in: phrases)[
      index]
  }

  /// Draws the frames of a figure: they share their axes, which lie at the same place in all.
  ///
  /// - Parameters:
  ///   - charts: The frames.
  ///   - ids: What the ids of each one's SVG begin with.
  ///   - alts: What each shows, in words.
  ///   - vocabulary: The words that the drawing adds of its own.
  /// - Returns: A box for each frame, and what its drawings do not show as it is.
  public static func plates(
    of charts: [Chart], ids: [String], alts: [String], in phrases: Vocabulary = .english
  ) -> [Plate] {
    let prepared = charts.map {
      PreparedChart($0, among: charts.count > 1 ? charts : [], in: phrases)
    }
    let sizes = Size.allCases.map { drawings(of: prepared, size: $0, ids: ids, alts: alts) }
    return charts.indices.map { index in
      let own = sizes.map { $0[index] }
      var known: Set<String> = []
      return Plate(
        html: "<div class=\"drawing\">\n\(own.map(\.svg).joined(separator: "\n"))\n</div>",
        warnings: own.flatMap(\.report.warnings).filter { known.insert($0.kind).inserted })
    }
  }

  /// Draws a chart for both measures, as ``plate(of:id:alt:among:in:)`` does.
  public static func figure(
    of chart: Chart, id: String, alt: String, among frames: [Chart] = [],
    in phrases: Vocabulary = .english
  ) -> HTML {
    plate(of: chart, id: id, alt: alt, among: frames, in: phrases).html
  }

  /// Draws a chart for one measure.
  ///
  /// The SVG's own ids begin with `id`, which must be one of its page's.
  public static func svg(of chart: Chart, size: Size, id: String, alt: String) -> HTML {
    drawings(of: [PreparedChart(chart)], size: size, ids: [id], alts: [alt])[0].svg
  }

  /// Draws frames; where one takes more bytes than there are, draws less of it.
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

/// A chart drawn for every measure.
public struct Plate: Sendable {
  /// The drawings in their box.
  public let html: HTML
  /// What they do not show as it is: of each kind the first.
  public let warnings: [Warning]

  /// What an author should know of a drawing.
  public struct Warning: Equatable, Sendable {
    /// What it is about; the drawings of a figure that leave out different numbers of the same kind of
    /// marks have the same.
    public let kind: String
    /// The warning in English, to be read after “the figure”.
    public let words: String

    init(_ kind: String, _ words: String) {
      self.kind = kind
      self.words = words
    }
  }
}

extension PreparedChart {
  /// Leaves less to be drawn if a drawing took too many bytes; whether it did.
  fileprivate mutating func reduceBudget(after bytes: Int, _ report: DrawingReport) -> Bool {
    guard bytes > budget.limit, !budget.isExhausted else { return false }
    budget = budget.reduced(after: bytes, kinds: report.downsampling.weights)
    return true
  }
}
