/// The dimensions that depend on the size of a drawing, in pixels.
extension Drawing.Size {
  var width: Double { self == .wide ? 640 : 340 }

  /// The height of the plot area.
  var plotHeight: Double { self == .wide ? 260 : 220 }

  /// The font size of all text; must match the style sheet.
  var fontSize: Double { self == .wide ? 13.5 : 14 }

  /// The line height.
  var leading: Double { 17 }

  /// The maximum width of labels at line ends.
  var maxLabelWidth: Double { self == .wide ? 150 : 96 }

  /// The maximum width of a category name beside or below an axis.
  var maxNameWidth: Double { self == .wide ? 190 : 120 }
}
