/// An element of a chart's block.
public protocol ChartContent {
  /// The marks that this element adds to the chart.
  var marks: [Mark] { get }
}

extension ChartContent {
  /// The same marks with text printed beside each.
  public func annotation(_ text: String) -> [Mark] {
    marks.map { mark in
      var mark = mark
      mark.annotation = text
      return mark
    }
  }

  /// The same marks in the panel of this name.
  public func facet(by name: some Plottable) -> [Mark] {
    marks.map { mark in
      var mark = mark
      mark.facet = name.datum.description
      return mark
    }
  }
}

extension Mark: ChartContent {
  /// This mark as the only element.
  public var marks: [Mark] { [self] }
}

extension [Mark]: ChartContent {
  /// The marks themselves.
  public var marks: [Mark] { self }
}
