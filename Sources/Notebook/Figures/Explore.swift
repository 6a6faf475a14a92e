internal import Records

/// Draws a figure with one frame for each value of a varied quantity, between which the reader can
/// choose.
///
///     explore("decay", "depth", over: [2, 5, 10, 20, 50]) { depth in
///       let left = gradient(through: depth)
///       frame(alt: "After \(depth) layers \(format(left.last)) is left.") {
///         for (layer, value) in left.enumerated() { LineMark(x: layer, y: value) }
///       }
///     }
///     .xAxis("layers passed").yAxis("gradient", scale: .log)
///
/// The result is one figure, whose frames share their axes. The block can compute anything and calls
/// ``frame(alt:line:marks:)`` once. Rethrows what the block throws; traps inside another `explore`.
///
/// - Parameters:
///   - name: The figure's name, unique in its lesson.
///   - variable: The name of the varied quantity.
///   - values: Its values, numbers or names.
///   - line: The line of the call.
///   - draw: Draws the frame of a value.
/// - Returns: The figure, for setting axes, title and caption.
@MainActor @discardableResult
public func explore<Values: Sequence>(
  _ name: String, _ variable: String, over values: Values, line: Int = #line,
  draw: @MainActor (Values.Element) throws -> Void
) rethrows -> FigureInProgress where Values.Element: Plottable {
  let recorder = Recorder.current
  guard recorder.exploration == nil else {
    fatalError("'explore' cannot be used inside another 'explore'")
  }
  let values = Array(values)
  var frames: [Frame] = []
  for (index, value) in values.enumerated() {
    recorder.exploration = Exploration(value: index)
    defer { recorder.exploration = nil }
    try draw(value)
    frames += recorder.exploration?.frames ?? []
  }
  let figure = Figure(
    name: name, sweep: Sweep(variable, over: values.map(\.datum)), frames: frames,
    place: recorder.place(of: line))
  return FigureInProgress(id: recorder.nextID(), figure: figure)
}

/// Draws the frame for the current value of ``explore(_:_:over:line:draw:)``.
///
/// Rethrows what the block throws; traps outside `explore`.
///
/// - Parameters:
///   - alt: The alt text.
///   - line: The line of the call.
///   - marks: The marks of the frame's chart.
/// - Returns: The frame, for setting its title.
@MainActor @discardableResult
public func frame(
  alt: String, line: Int = #line, @ChartBuilder marks: @MainActor () throws -> [Mark]
) rethrows -> FrameInProgress {
  guard let value = Recorder.current.exploration?.value else {
    fatalError("'frame' can be used inside 'explore' only; use 'figure' for a single figure")
  }
  let frame = Frame(
    value: value, alt: alt, chart: Chart(marks: try marks()),
    place: Recorder.current.place(of: line))
  Recorder.current.exploration?.frames.append(frame)
  return FrameInProgress(index: (Recorder.current.exploration?.frames.count ?? 1) - 1)
}

/// A form without alt text, which exists only for its error message.
@available(*, unavailable, message: "a frame needs an alt text: add 'alt:'")
@MainActor @discardableResult
public func frame(
  @ChartBuilder marks: @MainActor () throws -> [Mark]
) rethrows -> FrameInProgress {
  fatalError("unavailable")
}

/// A frame that has been drawn and can still be changed.
@MainActor
public struct FrameInProgress {
  let index: Int

  /// Sets the title of this frame, which replaces the figure's title.
  @discardableResult
  public func title(_ text: String) -> FrameInProgress { with { $0.chart.title = text } }

  /// Replaces the alt text.
  @discardableResult
  public func alt(_ text: String) -> FrameInProgress { with { $0.alt = text } }

  private func with(_ change: (inout Frame) -> Void) -> FrameInProgress {
    if var frames = Recorder.current.exploration?.frames, frames.indices.contains(index) {
      change(&frames[index])
      Recorder.current.exploration?.frames = frames
    }
    return self
  }
}

/// The state of a running `explore`: the index of the current value and the frames drawn for it.
struct Exploration {
  let value: Int
  var frames: [Frame] = []
}
