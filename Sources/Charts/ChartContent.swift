/// What a chart's block may list.
public protocol ChartContent {
  /// The marks it stands for.
  var marks: [Mark] { get }
}

extension ChartContent {
  /// The same marks with words printed beside each.
  public func annotation(_ words: String) -> [Mark] {
    marks.map { Mark($0.shape, series: $0.series, annotation: words) }
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
