import Lessons
import Markup

extension SiteIndex {
  /// The address of a reference's target, and its default text; nil if the target does not exist.
  func target(of reference: Reference, from here: Outline) -> (address: String, words: HTML)? {
    let (other, name) = reference.path
    if reference.kind == .lesson {
      let title: HTML = "\(title(of: name))"
      let words = number(of: name).map {
        wording.span(wording(.lessonWithTitle, "\($0)", wording.text(title)))
      }
      return (pageAddress(of: name), words ?? title)
    }
    let away = other.flatMap(outline)
    let page = away.map { pageAddress(of: $0.name) } ?? ""
    let lesson = away ?? here
    func numbered(_ phrase: Phrase) -> (String, HTML)? {
      lesson.number(of: reference.kind, name).map {
        let words = wording.span(phrase, "\(prefix(of: lesson.name))\($0)")
        return ("\(page)#\(reference.kind.rawValue)-\(name)", words)
      }
    }
    return switch reference.kind {
    case .figure: numbered(.figure)
    case .equation: numbered(.equation)
    case .table: numbered(.table)
    case .cell: ("\(page)#cell-\(name)", "\(name)")
    case .lesson: nil
    }
  }
}
