import Lessons
import Markup

extension LessonText {
  mutating func alert(_ alert: Alert) -> HTML {
    switch alert.kind {
    case .predict: predict(alert)
    case .exercise: exercise(alert)
    case .hint: disclosure(alert, .hint, class: "hint")
    case .solution: disclosure(alert, .solution, class: "solution")
    case .misconception: aside(alert, .misconception, class: "mistake")
    case .keyPoints: aside(alert, .keyPoints, class: "keypoints")
    case .note: aside(alert, .note, class: "note")
    case .tip: aside(alert, .tip, class: "note")
    case .important: aside(alert, .important, class: "note")
    case .warning: aside(alert, .warning, class: "warning")
    case .caution: aside(alert, .caution, class: "warning")
    }
  }

  private mutating func aside(_ alert: Alert, _ phrase: Phrase, class style: String) -> HTML {
    let label = nextLabel()
    let title: HTML? =
      alert.title.isEmpty ? nil : "<p class=\"alert-title\">\(inlines(alert.title))</p>\n"
    return """
      <section class="alert \(style)" aria-labelledby="\(label)">
      <p class="kicker" id="\(label)"\(wording.lang)>\(wording[phrase])</p>
      \(title)\(blocks(alert.body))</section>

      """
  }

  /// A question, and a disclosure with the answer: the blocks after the last thematic break.
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

  private mutating func disclosure(_ alert: Alert, _ phrase: Phrase, class style: String) -> HTML {
    let title: HTML? = alert.title.isEmpty ? nil : ": \(inlines(alert.title))"
    return """
      <details class="\(style)"><summary>\(wording.span(phrase))\(title)</summary>
      \(blocks(alert.body))</details>

      """
  }

  /// The id of the next alert's title, for `aria-labelledby`.
  private mutating func nextLabel() -> String {
    labels += 1
    return "label.\(labels)"
  }
}
