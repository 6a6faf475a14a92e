internal import Records

/// Draws a figure for each value of what is varied; a reader goes through them.
///
///     explore("decay", "depth", over: [2, 5, 10, 20, 50]) { depth in
///       let left = gradient(through: depth)
///       frame(alt: "After \(depth) layers \(format(left.last)) is left.") {
///         for (layer, value) in left.enumerated() { LineMark(x: layer, y: value) }
///       }
///     }
///     .xAxis("layers passed").yAxis("gradient", scale: .log)
///
/// It is one figure, whose frames share their axes. The block may compute what it likes and draws
/// one frame.
///
/// - Parameters:
///   - name: The figure's name, one per lesson.
///   - variable: What is varied, in words.
///   - values: Its values, numbers or names.
///   - line: The place of the call.
///   - draw: Draws the frame of a value.
/// - Returns: The figure, to be given axes, a title and a caption.
@MainActor @discardableResult
public func explore<Values: Sequence>(
  _ name: String, _ variable: String, over values: Values, line: Int = #line,
  draw: @MainActor (Values.Element) throws -> Void
) rethrows -> FigureInProgress where Values.Element: Plottable {
  let recorder = Recorder.current
  guard recorder.exploration == nil else { fatalError("'explore' stands inside another 'explore'") }
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
  return FigureInProgress(id: recorder.nextNumber(), figure: figure)
}

/// Draws the frame of the value at hand of ``explore(_:_:over:draw:)``.
///
/// - Parameters:
///   - alt: What it shows, in words, for those who do not see it.
///   - line: The place of the call.
///   - marks: What is drawn.
/// - Returns: The frame, to be given a title.
@MainActor @discardableResult
public func frame(
  alt: String, line: Int = #line, @ChartBuilder marks: @MainActor () throws -> [Mark]
) rethrows -> FrameInProgress {
  guard let value = Recorder.current.exploration?.value else {
    fatalError("'frame' draws inside 'explore' only; a figure by itself is a 'figure'")
  }
  let frame = Frame(
    value: value, alt: alt, chart: Chart(marks: try marks()),
    place: Recorder.current.place(of: line))
  Recorder.current.exploration?.frames.append(frame)
  return FrameInProgress(index: (Recorder.current.exploration?.frames.count ?? 1) - 1)
}

/// Every frame says what it shows; this form exists for its message.
@available(*, unavailable, message: "a frame needs 'alt:', words for those who do not see it")
@MainActor @discardableResult
public func frame(
  @ChartBuilder marks: @MainActor () throws -> [Mark]
) rethrows -> FrameInProgress {
  fatalError("unavailable")
}

/// A frame that has just been drawn.
@MainActor
public struct FrameInProgress {
  let index: Int

  /// What this frame found, in the place of the figure's title.
  @discardableResult
  public func title(_ words: String) -> FrameInProgress { with { $0.chart.title = words } }

  /// Other words for those who do not see it.
  @discardableResult
  public func alt(_ words: String) -> FrameInProgress { with { $0.alt = words } }

  private func with(_ change: (inout Frame) -> Void) -> FrameInProgress {
    if var frames = Recorder.current.exploration?.frames, frames.indices.contains(index) {
      change(&frames[index])
      Recorder.current.exploration?.frames = frames
    }
    return self
  }
}

/// A sweep on its way: the value at hand, and what has been drawn for it.
struct Exploration {
  let value: Int
  var frames: [Frame] = []
}
