import Lessons
import Records

/// Where everything of a site is: what references and navigation ask.
struct SiteIndex {
  let course: Course
  let lessons: [MeasuredLesson]

  /// A lesson's number in the course, from 1; other pages have none.
  func number(of lesson: String) -> Int? {
    course.lessons.firstIndex(of: lesson).map { $0 + 1 }
  }

  /// What precedes the numbers of a lesson's figures, such as `3.` of Figure 3.2.
  func prefix(of lesson: String) -> String { number(of: lesson).map { "\($0)." } ?? "" }

  func work(_ id: String) -> Work? { course.works.first { $0.id == id } }

  func lesson(named name: String) -> MeasuredLesson? {
    lessons.first { $0.lesson.name == name }
  }

  func title(of name: String) -> String {
    lesson(named: name)?.lesson.frontMatter.title ?? name
  }

  /// The lessons before and after one.
  func neighbours(of lesson: String) -> (before: String?, after: String?) {
    let all = course.lessons
    guard let here = all.firstIndex(of: lesson) else { return (nil, nil) }
    return (here > 0 ? all[here - 1] : nil, here + 1 < all.count ? all[here + 1] : nil)
  }

  /// The address of what a reference names, and the words it has of its own.
  func target(of reference: Reference, from here: MeasuredLesson) -> (
    address: String, words: String
  )? {
    if reference.kind == .lesson {
      let title = title(of: reference.name)
      let words = number(of: reference.name).map { "Lesson \($0), \(title)" } ?? title
      return ("\(reference.name).html", words)
    }
    let parts = reference.name.split(separator: "/", maxSplits: 1).map(String.init)
    let name = parts.last ?? ""
    let away = parts.count == 2 ? lesson(named: parts[0]) : nil
    let page = away.map { "\($0.lesson.name).html" } ?? ""
    let lesson = away ?? here
    let prefix = prefix(of: lesson.lesson.name)
    switch reference.kind {
    case .figure:
      return lesson.number(ofFigure: name).map {
        ("\(page)#fig-\(name)", "Figure \(prefix)\($0)")
      }
    case .equation:
      return lesson.lesson.number(ofEquation: name).map {
        ("\(page)#eq-\(name)", "Equation \(prefix)\($0)")
      }
    case .table:
      return lesson.number(ofTable: name).map {
        ("\(page)#tbl-\(name)", "Table \(prefix)\($0)")
      }
    case .cell: return ("\(page)#cell-\(name)", name)
    case .lesson: return nil
    }
  }
}
