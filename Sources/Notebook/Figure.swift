internal import Records

/// Draws a figure that prose calls `fig:name`.
///
///     figure("decay", alt: "Ten layers leave \(format(left)) of the gradient.") {
///       for layer in 0...10 { LineMark(x: layer, y: pow(0.25, Double(layer))) }
///     }
///     .title("A quarter at each step")
///     .xAxis("layers passed").yAxis("gradient", scale: .log)
///
/// - Parameters:
///   - name: The figure's name, one per lesson.
///   - alt: What it shows, in words, for those who do not see it.
///   - line: The place of the call.
///   - marks: What is drawn.
/// - Returns: The figure, to be given axes, a title and a caption.
@MainActor @discardableResult
public func figure(
  _ name: String, alt: String, line: Int = #line,
  @ChartBuilder marks: @MainActor () throws -> [Mark]
) rethrows -> FigureInProgress {
  let place = Recorder.current.place(of: line)
  let figure = Figure(name: name, alt: alt, chart: Chart(marks: try marks()), place: place)
  return FigureInProgress(id: Recorder.current.nextFigure(), figure: figure)
}

/// Every figure says what it shows; this form exists for its message.
@available(*, unavailable, message: "a figure needs 'alt:', words for those who do not see it")
@MainActor @discardableResult
public func figure(
  _ name: String, @ChartBuilder marks: @MainActor () throws -> [Mark]
) rethrows -> FigureInProgress {
  fatalError("unavailable")
}

/// A figure that a cell is drawing; each call records it anew with what was added.
@MainActor
public struct FigureInProgress {
  private let id: Int
  private var figure: Figure

  fileprivate init(id: Int, figure: Figure) {
    self.id = id
    self.figure = figure
    Recorder.current.write(.figure(id: id, figure))
  }

  private func with(_ change: (inout Figure) -> Void) -> FigureInProgress {
    var figure = figure
    change(&figure)
    return FigureInProgress(id: id, figure: figure)
  }

  /// What the figure found, printed above it.
  @discardableResult
  public func title(_ words: String) -> FigureInProgress { with { $0.chart.title = words } }

  /// The sentence below the figure.
  @discardableResult
  public func caption(_ words: String) -> FigureInProgress { with { $0.caption = words } }

  /// The horizontal axis: quantity and unit, scale, and its ends where the data should not decide.
  @discardableResult
  public func xAxis(
    _ label: String? = nil, scale: Scale = .linear, domain: ClosedRange<Double>? = nil
  ) -> FigureInProgress {
    with { $0.chart.xAxis = Axis(label, scale: scale, domain: domain) }
  }

  /// The vertical axis: quantity and unit, scale, and its ends where the data should not decide.
  @discardableResult
  public func yAxis(
    _ label: String? = nil, scale: Scale = .linear, domain: ClosedRange<Double>? = nil
  ) -> FigureInProgress {
    with { $0.chart.yAxis = Axis(label, scale: scale, domain: domain) }
  }
}
