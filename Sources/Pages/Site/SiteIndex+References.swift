import Lessons

extension SiteIndex {
  /// The address of what a reference names, and the words it has of its own.
  func target(of reference: Reference, from here: MeasuredLesson) -> (
    address: String, words: String
  )? {
    if reference.kind == .lesson {
      let title = title(of: reference.name)
      let words = number(of: reference.name).map { wording(.lessonWithTitle, "\($0)", title) }
      return ("\(reference.name).html", words ?? title)
    }
    let parts = reference.name.split(separator: "/", maxSplits: 1).map(String.init)
    let name = parts.last ?? ""
    let away = parts.count == 2 ? lesson(named: parts[0]) : nil
    let page = away.map { "\($0.lesson.name).html" } ?? ""
    let lesson = away ?? here
    func numbered(_ phrase: Phrase, _ number: Int?) -> (String, String)? {
      number.map {
        let words: String = wording(phrase, "\(prefix(of: lesson.lesson.name))\($0)")
        return ("\(page)#\(reference.kind.rawValue)-\(name)", words)
      }
    }
    return switch reference.kind {
    case .figure: numbered(.figure, lesson.number(ofFigure: name))
    case .equation: numbered(.equation, lesson.lesson.number(ofEquation: name))
    case .table: numbered(.table, lesson.number(ofTable: name))
    case .cell: ("\(page)#cell-\(name)", name)
    case .lesson: nil
    }
  }
}
