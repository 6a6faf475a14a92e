public import Charts
public import Markup

/// A chart's SVG.
public enum Drawing {
  /// The measure a drawing is made for; a page shows the one that fits.
  public enum Size: String, Sendable, CaseIterable {
    /// For a column of 640 px.
    case wide
    /// For a phone, 340 px.
    case narrow
  }

  /// The rules every page with a drawing needs, colours for light and dark included.
  public static var styleSheet: String {
    String(decoding: PackageResources.drawing_css, as: UTF8.self)
  }

  /// Draws a chart.
  public static func svg(of chart: Chart, size: Size, id: String, alt: String) -> HTML { "" }

  /// Draws a chart for both measures, in a box that shows the one that fits.
  public static func figure(of chart: Chart, id: String, alt: String) -> HTML {
    "<div class=\"drawing\">\(Size.allCases.map { svg(of: chart, size: $0, id: id, alt: alt) })</div>"
  }
}
