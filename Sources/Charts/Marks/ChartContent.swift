/// What a chart's block may list.
public protocol ChartContent {
  /// The marks it stands for.
  var marks: [Mark] { get }
}

extension ChartContent {
  /// The same marks with words printed beside each.
  public func annotation(_ words: String) -> [Mark] {
    marks.map { mark in
      var mark = mark
      mark.annotation = words
      return mark
    }
  }

  /// The same marks in the small multiple of this name.
  public func facet(by name: some Plottable) -> [Mark] {
    marks.map { mark in
      var mark = mark
      mark.facet = name.datum.description
      return mark
    }
  }
}

extension Mark: ChartContent {
  /// The mark alone.
  public var marks: [Mark] { [self] }
}

extension [Mark]: ChartContent {
  /// The marks themselves.
  public var marks: [Mark] { self }
}
