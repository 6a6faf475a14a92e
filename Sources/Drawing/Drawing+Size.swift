/// What depends on the measure a drawing is made for, in pixels.
extension Drawing.Size {
  var width: Double { self == .wide ? 640 : 340 }

  /// The height of the part between the axes.
  var plotHeight: Double { self == .wide ? 260 : 220 }

  /// The size of all words; the style sheet says the same.
  var fontSize: Double { self == .wide ? 13.5 : 14 }

  /// The distance of lines of words.
  var leading: Double { 17 }

  /// How much of the width words beside the lines' ends may take.
  var maxLabelWidth: Double { self == .wide ? 150 : 96 }

  /// How much room the name of a category may take beside or below an axis.
  var maxNameWidth: Double { self == .wide ? 190 : 120 }
}
