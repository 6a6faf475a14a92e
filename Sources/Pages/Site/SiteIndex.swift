import Lessons
import Records

/// Where everything of a site is: what references and navigation ask.
struct SiteIndex {
  let course: Course
  let lessons: [MeasuredLesson]

  /// A lesson's number in the course, from 1.
  func number(of lesson: String) -> Int {
    (course.lessons.firstIndex(of: lesson) ?? 0) + 1
  }

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
      let words = "Lesson \(number(of: reference.name)), \(title(of: reference.name))"
      return ("\(reference.name).html", words)
    }
    let parts = reference.name.split(separator: "/", maxSplits: 1).map(String.init)
    let name = parts.last ?? ""
    let away = parts.count == 2 ? lesson(named: parts[0]) : nil
    let page = away.map { "\($0.lesson.name).html" } ?? ""
    let lesson = away ?? here
    let number = number(of: lesson.lesson.name)
    switch reference.kind {
    case .figure:
      return lesson.number(ofFigure: name).map {
        ("\(page)#fig-\(name)", "Figure \(number).\($0)")
      }
    case .table:
      return lesson.number(ofTable: name).map {
        ("\(page)#tbl-\(name)", "Table \(number).\($0)")
      }
    case .cell: return ("\(page)#cell-\(name)", name)
    case .lesson: return nil
    }
  }
}
