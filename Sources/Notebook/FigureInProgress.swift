internal import Records

/// A figure that a cell is drawing; each call records it anew with what was added.
@MainActor
public struct FigureInProgress {
  private let id: Int
  private var figure: Figure

  init(id: Int, figure: Figure) {
    self.id = id
    self.figure = figure
    Recorder.current.write(.figure(id: id, figure))
  }

  private func with(_ change: (inout Figure) -> Void) -> FigureInProgress {
    var figure = figure
    change(&figure)
    return FigureInProgress(id: id, figure: figure)
  }

  private func withEachChart(_ change: (inout Chart) -> Void) -> FigureInProgress {
    with { figure in
      for index in figure.frames.indices { change(&figure.frames[index].chart) }
    }
  }

  /// What the figure found, printed above it; a frame's own title stands before it.
  @discardableResult
  public func title(_ words: String) -> FigureInProgress {
    let isSweep = figure.sweep != nil
    return withEachChart { chart in
      if !isSweep || chart.title == nil { chart.title = words }
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
}
