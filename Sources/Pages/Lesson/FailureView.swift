import Lessons
import Markup
import Records

/// What the compiler or a trap said of a cell that was to fail, at the lesson's lines.
func failureView(_ failure: Failure, in measured: MeasuredLesson, _ wording: Wording) -> HTML {
  let lines = failure.messages.map { message in
    let line = message.place.map { "\(measured.lesson.name).md:\(measured.place($0).line): " }
    return (line ?? "") + message.words + "\n"
  }
  return """
    <pre class="failure" role="group" tabindex="0"\(wording.label(wording[.failure]))><samp>\
    \(lines.joined())</samp></pre>

    """
}
