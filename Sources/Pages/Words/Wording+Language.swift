import Markup

/// Attributes that mark the language of text, for screen readers and for the writing direction.
///
/// The root of a page is marked with the course's language. If the interface is not translated into
/// it, its English texts are marked individually; otherwise no further marks are needed.
extension Wording {
  /// The attributes of an element with interface text: ` lang="en" dir="ltr"`.
  var lang: HTML? { foreign.map { attributes($0.interface, within: $0.page) } }

  /// The attributes of an element with the author's text within interface text.
  var textLang: HTML? { foreign.map { attributes($0.page, within: $0.interface) } }

  /// The attributes that give an element with the author's content a label in the interface's
  /// language; the element keeps the page's direction.
  func label(_ words: String) -> HTML {
    let lang: HTML? = foreign.map { " lang=\"\($0.interface.tag)\"" }
    return " aria-label=\"\(words)\"\(lang)"
  }

  /// The attribute of the author's content in an element with a label.
  var contentLang: HTML? { foreign.map { " lang=\"\($0.page.tag)\"" } }

  /// Interface text within the author's text.
  func span(_ words: HTML) -> HTML { lang.map { "<span\($0)>\(words)</span>" } ?? words }

  /// A phrase within the author's text.
  func span(_ phrase: Phrase) -> HTML { span("\(self[phrase])") }

  /// A phrase within the author's text, with values such as numbers.
  func span(_ phrase: Phrase, _ values: String...) -> HTML {
    span(self(phrase, values.map { "\($0)" as HTML }))
  }

  /// The author's text within interface text.
  func text(_ words: HTML) -> HTML { textLang.map { "<span\($0)>\(words)</span>" } ?? words }

  /// A number or similar text isolated from the direction around it; otherwise signs between digits
  /// would change sides in a right-to-left line.
  func isolated(_ words: HTML) -> HTML { isRightToLeft ? "<bdi>\(words)</bdi>" : words }

  private func attributes(_ language: Language, within outer: Language) -> HTML {
    let direction: HTML? =
      language.direction == outer.direction ? nil : " dir=\"\(language.direction)\""
    return " lang=\"\(language.tag)\"\(direction)"
  }
}

extension Wording {
  /// The same attributes as ``lang``, for elements created by scripts.
  var speech: [String: String] {
    foreign.map { ["lang": $0.interface.tag, "dir": $0.interface.direction] } ?? [:]
  }
}
