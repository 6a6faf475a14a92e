internal import Records

/// Draws a figure, to which prose refers by `fig:name`.
///
///     figure("decay", alt: "Ten layers leave \(format(left)) of the gradient.") {
///       for layer in 0...10 { LineMark(x: layer, y: pow(0.25, Double(layer))) }
///     }
///     .title("A quarter at each step")
///     .xAxis("layers passed").yAxis("gradient", scale: .log)
///
/// Rethrows what the block throws.
///
/// - Parameters:
///   - name: The figure's name, unique in its lesson.
///   - alt: The alt text.
///   - line: The line of the call.
///   - marks: The marks of the chart.
/// - Returns: The figure, for setting axes, title and caption.
@MainActor @discardableResult
public func figure(
  _ name: String, alt: String, line: Int = #line,
  @ChartBuilder marks: @MainActor () throws -> [Mark]
) rethrows -> FigureInProgress {
  let place = Recorder.current.place(of: line)
  let figure = Figure(name: name, alt: alt, chart: Chart(marks: try marks()), place: place)
  return FigureInProgress(id: Recorder.current.nextID(), figure: figure)
}

/// A form without alt text, which exists only for its error message.
@available(*, unavailable, message: "a figure needs an alt text: add 'alt:'")
@MainActor @discardableResult
public func figure(
  _ name: String, @ChartBuilder marks: @MainActor () throws -> [Mark]
) rethrows -> FigureInProgress {
  fatalError("unavailable")
}
