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
  return FigureInProgress(id: Recorder.current.nextNumber(), figure: figure)
}

/// Every figure says what it shows; this form exists for its message.
@available(*, unavailable, message: "a figure needs 'alt:', words for those who do not see it")
@MainActor @discardableResult
public func figure(
  _ name: String, @ChartBuilder marks: @MainActor () throws -> [Mark]
) rethrows -> FigureInProgress {
  fatalError("unavailable")
}
