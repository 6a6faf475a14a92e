import Markup

/// Which words of a page are the interface's, for voices and for the direction of writing.
///
/// A page is marked as a whole with the course's language. Where the interface has no words in it and
/// speaks English, each of its words carries its own mark. Where both speak the same, no mark is made.
extension Wording {
  /// The attributes of an element with words of the interface: ` lang="en" dir="ltr"`.
  var lang: HTML? { foreign.map { attributes($0.interface, within: $0.page) } }

  /// The attributes of an element with the author's words in one with the interface's.
  var textLang: HTML? { foreign.map { attributes($0.page, within: $0.interface) } }

  /// The attributes that name an element with words of the interface, whose content is the author's:
  /// it keeps the page's direction.
  func label(_ words: String) -> HTML {
    let lang: HTML? = foreign.map { " lang=\"\($0.interface.tag)\"" }
    return " aria-label=\"\(words)\"\(lang)"
  }

  /// The attribute of the author's content in an element that has a label.
  var contentLang: HTML? { foreign.map { " lang=\"\($0.page.tag)\"" } }

  /// Words of the interface among those of the author.
  func span(_ words: HTML) -> HTML { lang.map { "<span\($0)>\(words)</span>" } ?? words }

  /// A phrase among the author's words.
  func span(_ phrase: Phrase) -> HTML { span("\(self[phrase])") }

  /// A phrase around text that is as much the interface's, such as a number.
  func span(_ phrase: Phrase, _ values: String...) -> HTML {
    span(self(phrase, values.map { "\($0)" as HTML }))
  }

  /// The author's words among those of the interface.
  func text(_ words: HTML) -> HTML { textLang.map { "<span\($0)>\(words)</span>" } ?? words }

  /// A number or the like in its own direction: signs between digits would change sides in a line
  /// that runs from right to left.
  func isolated(_ words: HTML) -> HTML { isRightToLeft ? "<bdi>\(words)</bdi>" : words }

  private func attributes(_ language: Language, within outer: Language) -> HTML {
    let direction: HTML? =
      language.direction == outer.direction ? nil : " dir=\"\(language.direction)\""
    return " lang=\"\(language.tag)\"\(direction)"
  }
}

extension Wording {
  /// The same attributes as ``lang``, for the elements that scripts make.
  var speech: [String: String] {
    foreign.map { ["lang": $0.interface.tag, "dir": $0.interface.direction] } ?? [:]
  }
}
