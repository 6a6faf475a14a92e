import Lessons
import Markup
import Records

/// The messages of a cell that is expected to fail, with line numbers of the lesson.
func failureView(
  _ failure: CellFailure, in measured: MeasuredLesson, wording: Wording
) -> HTML {
  let lines = failure.messages.map { message in
    let line = message.place.map { "\(measured.lesson.name).md:\(measured.place($0).line): " }
    return (line ?? "") + message.words + "\n"
  }
  return """
    <pre class="failure" role="group" tabindex="0"\(wording.label(wording[.failure]))><samp>\
    \(lines.joined())</samp></pre>

    """
}
