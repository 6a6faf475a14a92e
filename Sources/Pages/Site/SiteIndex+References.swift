import Lessons

extension SiteIndex {
  /// The address of what a reference names, and the words it has of its own.
  func target(of reference: Reference, from here: Outline) -> (
    address: String, words: String
  )? {
    if reference.kind == .lesson {
      let title = title(of: reference.name)
      let words = number(of: reference.name).map { wording(.lessonWithTitle, "\($0)", title) }
      return (Pages.address(ofFile: "\(reference.name).html"), words ?? title)
    }
    let (other, name) = reference.path
    let away = other.flatMap(outline)
    let page = away.map { Pages.address(ofFile: "\($0.name).html") } ?? ""
    let lesson = away ?? here
    func numbered(_ phrase: Phrase) -> (String, String)? {
      lesson.number(of: reference.kind, name).map {
        let words: String = wording(phrase, "\(prefix(of: lesson.name))\($0)")
        return ("\(page)#\(reference.kind.rawValue)-\(name)", words)
      }
    }
    return switch reference.kind {
    case .figure: numbered(.figure)
    case .equation: numbered(.equation)
    case .table: numbered(.table)
    case .cell: ("\(page)#cell-\(name)", name)
    case .lesson: nil
    }
  }
}
