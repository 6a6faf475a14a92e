internal import Records

/// A figure that can still be changed; each method records the changed figure again.
@MainActor
public struct FigureInProgress {
  private let id: Int
  private var figure: Figure
  /// For each frame, whether it has its own title, which the figure's title does not replace.
  private let hasOwnTitle: [Bool]

  init(id: Int, figure: Figure, hasOwnTitle: [Bool]? = nil) {
    self.id = id
    self.figure = figure
    self.hasOwnTitle = hasOwnTitle ?? figure.frames.map { $0.chart.title != nil }
    Recorder.current.write(.figure(id: id, figure))
  }

  private func with(_ change: (inout Figure) -> Void) -> FigureInProgress {
    var figure = figure
    change(&figure)
    return FigureInProgress(id: id, figure: figure, hasOwnTitle: hasOwnTitle)
  }

  private func withEachChart(_ change: (inout Chart) -> Void) -> FigureInProgress {
    with { figure in
      for index in figure.frames.indices { change(&figure.frames[index].chart) }
    }
  }

  /// Sets the title above the figure, except for frames with their own title; the last call applies.
  @discardableResult
  public func title(_ text: String) -> FigureInProgress {
    with { figure in
      for index in figure.frames.indices where !hasOwnTitle[index] {
        figure.frames[index].chart.title = text
      }
    }
  }

  /// Sets the caption below the figure.
  @discardableResult
  public func caption(_ text: String) -> FigureInProgress { with { $0.caption = text } }

  /// Sets the horizontal axis: its quantity and unit, its scale, and its ends, by default those of the
  /// data.
  @discardableResult
  public func xAxis(
    _ label: String? = nil, scale: Scale = .linear, domain: ClosedRange<Double>? = nil
  ) -> FigureInProgress {
    withEachChart { $0.xAxis = Axis(label, scale: scale, domain: domain) }
  }

  /// Sets the vertical axis: its quantity and unit, its scale, and its ends, by default those of the
  /// data.
  @discardableResult
  public func yAxis(
    _ label: String? = nil, scale: Scale = .linear, domain: ClosedRange<Double>? = nil
  ) -> FigureInProgress {
    withEachChart { $0.yAxis = Axis(label, scale: scale, domain: domain) }
  }

  /// Sets the axis for the colours of cells and contours: its quantity and unit, its scale, its palette,
  /// and its ends, by default those of the data.
  @discardableResult
  public func colorAxis(
    _ label: String? = nil, scale: Scale = .linear, palette: Palette = .sequential,
    domain: ClosedRange<Double>? = nil
  ) -> FigureInProgress {
    withEachChart {
      $0.colorAxis = ColorAxis(label, scale: scale, palette: palette, domain: domain)
    }
  }

  /// Gives a unit the same length on both axes, as in geometric drawings.
  @discardableResult
  public func equalScale() -> FigureInProgress { withEachChart { $0.hasEqualScale = true } }

  /// Sets the number of panels per row, at least 1, if the page is wide enough.
  @discardableResult
  public func facets(columns: Int) -> FigureInProgress {
    withEachChart { $0.facetColumns = max(1, columns) }
  }
}
