internal import Records

/// A figure that a cell is drawing; each call records it anew with what was added.
@MainActor
public struct FigureInProgress {
  private let id: Int
  private var figure: Figure
  /// Whether each frame was given a title of its own, which the figure's does not replace.
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

  /// What the figure found, printed above it; a frame's own title stands before it, and of two
  /// calls the last wins.
  @discardableResult
  public func title(_ words: String) -> FigureInProgress {
    with { figure in
      for index in figure.frames.indices where !hasOwnTitle[index] {
        figure.frames[index].chart.title = words
      }
    }
  }

  /// The sentence below the figure.
  @discardableResult
  public func caption(_ words: String) -> FigureInProgress { with { $0.caption = words } }

  /// The horizontal axis: quantity and unit, scale, and its ends where the data should not decide.
  @discardableResult
  public func xAxis(
    _ label: String? = nil, scale: Scale = .linear, domain: ClosedRange<Double>? = nil
  ) -> FigureInProgress {
    withEachChart { $0.xAxis = Axis(label, scale: scale, domain: domain) }
  }

  /// The vertical axis: quantity and unit, scale, and its ends where the data should not decide.
  @discardableResult
  public func yAxis(
    _ label: String? = nil, scale: Scale = .linear, domain: ClosedRange<Double>? = nil
  ) -> FigureInProgress {
    withEachChart { $0.yAxis = Axis(label, scale: scale, domain: domain) }
  }

  /// What the colours of cells and contours mean: quantity and unit, scale, palette, and its ends
  /// where the data should not decide.
  @discardableResult
  public func colorAxis(
    _ label: String? = nil, scale: Scale = .linear, palette: Palette = .sequential,
    domain: ClosedRange<Double>? = nil
  ) -> FigureInProgress {
    withEachChart {
      $0.colorAxis = ColorAxis(label, scale: scale, palette: palette, domain: domain)
    }
  }

  /// Makes a unit equally long on both axes, as geometry wants it.
  @discardableResult
  public func equalScale() -> FigureInProgress { withEachChart { $0.hasEqualScale = true } }

  /// How many small multiples stand side by side where there is room.
  @discardableResult
  public func facets(columns: Int) -> FigureInProgress {
    withEachChart { $0.facetColumns = max(1, columns) }
  }
}
