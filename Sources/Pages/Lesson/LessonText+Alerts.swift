import Lessons
import Markup

extension LessonText {
  mutating func alert(_ alert: Alert) -> HTML {
    switch alert.kind {
    case .predict: predict(alert)
    case .exercise: exercise(alert)
    case .hint: disclosure("hint", .hint, alert)
    case .solution: disclosure("solution", .solution, alert)
    case .misconception: aside("mistake", .misconception, alert)
    case .keyPoints: aside("keypoints", .keyPoints, alert)
    case .note: aside("note", .note, alert)
    case .tip: aside("note", .tip, alert)
    case .important: aside("note", .important, alert)
    case .warning: aside("warning", .warning, alert)
    case .caution: aside("warning", .caution, alert)
    }
  }

  private mutating func aside(_ style: String, _ phrase: Phrase, _ alert: Alert) -> HTML {
    let label = nextLabel()
    let title: HTML? =
      alert.title.isEmpty ? nil : "<p class=\"alert-title\">\(inlines(alert.title))</p>\n"
    return """
      <section class="alert \(style)" aria-labelledby="\(label)">
      <p class="kicker" id="\(label)"\(wording.lang)>\(wording[phrase])</p>
      \(title)\(blocks(alert.body))</section>

      """
  }

  /// A question, and behind a disclosure what stands below its last rule.
  private mutating func predict(_ alert: Alert) -> HTML {
    let label = nextLabel()
    let split = alert.body.lastIndex(of: .thematicBreak) ?? alert.body.endIndex
    let question = blocks(Array(alert.body[..<split]))
    let answer = Array(alert.body[split...].dropFirst())
    let opening: HTML? =
      answer.isEmpty
      ? nil
      : """
      <details class="answer"><summary\(wording.lang)>\(wording[.showAnswer])</summary>
      \(blocks(answer))</details>

      """
    return """
      <section class="alert predict" aria-labelledby="\(label)">
      <p class="kicker" id="\(label)"\(wording.lang)>\(wording[.predict])</p>
      \(question)\(opening)</section>

      """
  }

  private mutating func exercise(_ alert: Alert) -> HTML {
    exercises += 1
    let number = "\(index?.prefix(of: lesson.name) ?? "")\(exercises)"
    let label = nextLabel()
    let words = alert.title.isEmpty ? "\(exercises)" : alert.title.plainText
    let anchor = anchors.anchor(for: "exercise \(words)")
    let title: HTML? = alert.title.isEmpty ? nil : " · \(inlines(alert.title))"
    return """
      <section class="alert exercise" id="\(anchor)" aria-labelledby="\(label)">
      <p class="kicker" id="\(label)">\(wording.span(.exercise, number))\(title)</p>
      \(blocks(alert.body))</section>

      """
  }

  private mutating func disclosure(_ style: String, _ phrase: Phrase, _ alert: Alert) -> HTML {
    let title: HTML? = alert.title.isEmpty ? nil : ": \(inlines(alert.title))"
    return """
      <details class="\(style)"><summary>\(wording.span(phrase))\(title)</summary>
      \(blocks(alert.body))</details>

      """
  }

  /// The name of the place that names the next block that teaches.
  private mutating func nextLabel() -> String {
    labels += 1
    return "label.\(labels)"
  }
}
