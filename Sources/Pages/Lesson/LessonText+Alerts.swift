import Lessons
import Markup

extension LessonText {
  mutating func alert(_ alert: Alert) -> HTML {
    switch alert.kind {
    case .predict: predict(alert)
    case .exercise: exercise(alert)
    case .hint: disclosure("hint", "Hint", alert)
    case .solution: disclosure("solution", "Solution", alert)
    case .misconception: aside("mistake", "A common mistake", alert)
    case .keyPoints: aside("keypoints", "Key points", alert)
    case .note: aside("note", "Note", alert)
    case .tip: aside("note", "Tip", alert)
    case .important: aside("note", "Important", alert)
    case .warning: aside("warning", "Warning", alert)
    case .caution: aside("warning", "Caution", alert)
    }
  }

  private mutating func aside(_ style: String, _ label: String, _ alert: Alert) -> HTML {
    let title: HTML? =
      alert.title.isEmpty ? nil : "<p class=\"alert-title\">\(inlines(alert.title))</p>\n"
    return """
      <section class="alert \(style)" aria-label="\(label)">
      <p class="kicker">\(label)</p>
      \(title)\(blocks(alert.body))</section>

      """
  }

  /// A question, and behind a disclosure what stands below its last rule.
  private mutating func predict(_ alert: Alert) -> HTML {
    let split = alert.body.lastIndex(of: .thematicBreak) ?? alert.body.endIndex
    let question = blocks(Array(alert.body[..<split]))
    let answer = Array(alert.body[split...].dropFirst())
    let opening: HTML? =
      answer.isEmpty
      ? nil
      : """
      <details class="answer"><summary>Show the answer</summary>
      \(blocks(answer))</details>

      """
    return """
      <section class="alert predict" aria-label="Predict first">
      <p class="kicker">Predict first</p>
      \(question)\(opening)</section>

      """
  }

  private mutating func exercise(_ alert: Alert) -> HTML {
    exercises += 1
    let number = "\(index?.prefix(of: lesson.name) ?? "")\(exercises)"
    let anchor = anchors.anchor(for: "exercise \(exercises)")
    let title: HTML? = alert.title.isEmpty ? nil : " · \(inlines(alert.title))"
    return """
      <section class="alert exercise" id="\(anchor)" aria-label="Exercise \(number)">
      <p class="kicker">Exercise \(number)\(title)</p>
      \(blocks(alert.body))</section>

      """
  }

  private mutating func disclosure(_ style: String, _ label: String, _ alert: Alert) -> HTML {
    let title: HTML? = alert.title.isEmpty ? nil : ": \(inlines(alert.title))"
    return """
      <details class="\(style)"><summary>\(label)\(title)</summary>
      \(blocks(alert.body))</details>

      """
  }
}
