public import Charts
public import Markup

/// A chart's SVG: one image to a screen reader and, beside it, the values that a script lets a
/// reader walk through, as the type `Readings` describes.
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
    in vocabulary: Vocabulary = .english
  ) -> Plate {
    let contents = Contents(chart, among: frames, in: vocabulary)
    let drawings = Size.allCases.map { drawing(of: contents, size: $0, id: id, alt: alt) }
    let html: HTML =
      "<div class=\"drawing\">\n\(drawings.map(\.svg).joined(separator: "\n"))\n</div>"
    var known: Set<String> = []
    return Plate(
      html: html,
      warnings: drawings.flatMap(\.remarks.warnings).filter { known.insert($0).inserted })
  }

  /// Draws a chart for both measures, as ``plate(of:id:alt:among:in:)`` does.
  public static func figure(
    of chart: Chart, id: String, alt: String, among frames: [Chart] = [],
    in vocabulary: Vocabulary = .english
  ) -> HTML {
    plate(of: chart, id: id, alt: alt, among: frames, in: vocabulary).html
  }

  /// Draws a chart for one measure.
  ///
  /// The SVG's own ids begin with `id`, which must be one of its page's.
  public static func svg(of chart: Chart, size: Size, id: String, alt: String) -> HTML {
    drawing(of: Contents(chart), size: size, id: id, alt: alt).svg
  }

  /// Draws a chart; if that takes more bytes than there are, draws less of it.
  private static func drawing(of contents: Contents, size: Size, id: String, alt: String)
    -> (svg: HTML, remarks: Remarks)
  {
    var contents = contents
    while true {
      let scene = Scene.of(contents, size)
      let svg = svg(of: scene, contents, size: size, id: id, alt: alt)
      let bytes = svg.text.utf8.count
      if bytes <= contents.budget.room || contents.budget.isLeast { return (svg, scene.remarks) }
      contents.budget = contents.budget.narrowed(
        after: bytes, kinds: scene.remarks.reductions.weights)
    }
  }

  private static func svg(
    of scene: Scene, _ contents: Contents, size: Size, id: String, alt: String
  ) -> HTML {
    let (title, text) = ("\(id)-\(size.rawValue)-title", "\(id)-\(size.rawValue)-desc")
    let box = "0 0 \(coordinate(size.width)) \(coordinate(scene.height))"
    let elements = scene.elements.joined(separator: "\n")
    let values: HTML = scene.readings.svg(besides: elements.text.utf8.count).map { "\n\($0)" } ?? ""
    let description = [alt, scene.remarks.words].compactMap { $0 }.joined(separator: " ")
    return """
      <svg class="chart \(size.rawValue)" viewBox="\(box)">
      <g role="img" aria-labelledby="\(title) \(text)">
      <title id="\(title)">\(contents.chart.title ?? alt)</title>
      <desc id="\(text)">\(description)</desc>
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
  /// What they do not show as it is, in English; each is to be read after “the figure”.
  public let warnings: [String]
}
