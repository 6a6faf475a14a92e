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
  /// - Returns: The box.
  public static func figure(
    of chart: Chart, id: String, alt: String, among frames: [Chart] = [],
    in vocabulary: Vocabulary = .english
  ) -> HTML {
    let all = frames.contains(chart) ? frames : [chart] + frames
    let index = all.firstIndex(of: chart) ?? 0
    return figures(of: all, ids: all.map { _ in id }, alts: all.map { _ in alt }, in: vocabulary)[
      index]
  }

  /// Draws the frames of a figure: they share their axes, which lie at the same place in all.
  ///
  /// - Parameters:
  ///   - charts: The frames.
  ///   - ids: What the ids of each one's SVG begin with.
  ///   - alts: What each shows, in words.
  ///   - vocabulary: The words that the drawing adds of its own.
  /// - Returns: A box for each frame.
  public static func figures(
    of charts: [Chart], ids: [String], alts: [String], in vocabulary: Vocabulary = .english
  ) -> [HTML] {
    let contents = charts.map {
      Contents($0, among: charts.count > 1 ? charts : [], in: vocabulary)
    }
    let scenes = Size.allCases.map { Scene.all(of: contents, $0) }
    return charts.indices.map { index in
      let drawings = zip(Size.allCases, scenes).map { size, scenes in
        svg(scenes[index], of: contents[index], size: size, id: ids[index], alt: alts[index])
      }
      return "<div class=\"drawing\">\n\(drawings.joined(separator: "\n"))\n</div>"
    }
  }

  /// Draws a chart for one measure.
  ///
  /// The SVG's own ids begin with `id`, which must be one of its page's.
  public static func svg(of chart: Chart, size: Size, id: String, alt: String) -> HTML {
    let contents = Contents(chart)
    return svg(Scene.of(contents, size), of: contents, size: size, id: id, alt: alt)
  }

  private static func svg(
    _ scene: Scene, of contents: Contents, size: Size, id: String, alt: String
  ) -> HTML {
    let (title, text) = ("\(id)-\(size.rawValue)-title", "\(id)-\(size.rawValue)-desc")
    let box = "0 0 \(coordinate(size.width)) \(coordinate(scene.height))"
    let elements = scene.elements.joined(separator: "\n")
    let values: HTML = scene.readings.svg(besides: elements.text.utf8.count).map { "\n\($0)" } ?? ""
    let description = [alt, scene.omitted].compactMap { $0 }.joined(separator: " ")
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
