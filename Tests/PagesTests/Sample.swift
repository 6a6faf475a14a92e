import Charts
import Lessons
import Pages
import Records
import Testing
import Typesetting

/// A lesson with the given body and records.
func sample(
  _ body: String, _ records: [Record] = [], name: String = "01-one", title: String? = nil,
  isComplete: Bool = true
) throws -> MeasuredLesson {
  var diagnostics: [Diagnostic] = []
  let text = "---\ntitle: \(title ?? "Title of \(name)")\ndescription: Words.\n---\n\(body)\n"
  let lesson = try #require(
    Lesson.parse(text, file: "lessons/\(name).md", diagnostics: &diagnostics))
  #expect(diagnostics == [])
  return MeasuredLesson(lesson: lesson, records: records, isComplete: isComplete)
}

/// A claim of the first cell that a value is 1 within 0.5.
func claim(_ name: String, _ value: Double, line: Int = 0) -> Record {
  .claim(
    Claim(
      name: name, measured: .numbers([value]), demand: .equals(value: 1, within: 0.5),
      place: CellPlace(cell: 0, line: line)))
}

/// A figure of a cell, with one line of two points.
func figure(_ name: String, id: Int = 1, alt: String = "Words.", cell: Int = 0) -> Record {
  let chart = Chart(title: "Found") {
    LineMark(x: 0, y: 1, series: "s")
    LineMark(x: 1, y: 2, series: "s")
  }
  let place = CellPlace(cell: cell, line: 0)
  return .figure(id: id, Figure(name: name, alt: alt, caption: "Seen.", chart: chart, place: place))
}

/// An explore figure of the first cell, with the given values and frames.
func sweep(_ name: String, over values: [Datum], frames: (value: Int, alt: String)...) -> Record {
  let place = CellPlace(cell: 0, line: 0)
  let frames = frames.map { value, alt in
    Frame(
      value: value, alt: alt,
      chart: Chart(title: "Found \(value)") { LineMark(x: value, y: 10 * value) },
      place: CellPlace(cell: 0, line: 1))
  }
  return .figure(
    id: 1,
    Figure(
      name: name, sweep: Sweep("depth", over: values), frames: frames, caption: "Seen.",
      place: place))
}

/// A table of the first cell, of names and numbers.
func table(
  _ name: String, id: Int = 9, columns: [String] = ["who", "left"],
  rows: [[ResultTable.Entry]] = [[.text("He"), .number(0.5)]]
) -> Record {
  let rows = rows.enumerated().map { index, entries in
    ResultTable.Row(entries, place: CellPlace(cell: 0, line: index))
  }
  return .table(
    id: id,
    ResultTable(
      name: name, columns: columns, rows: rows, caption: "Left.",
      place: CellPlace(cell: 0, line: 0)))
}

/// A course with the given lessons in one part.
func course(_ measured: [MeasuredLesson]) -> Course {
  var course = Course(folder: "lessons")
  course.title = "A course"
  course.parts = [Course.Part(title: "A part", lessons: measured.map(\.lesson.name))]
  return course
}

extension Site.File {
  /// The content as text.
  var text: String { String(decoding: content, as: UTF8.self) }
}

/// The typesetter of all tests.
let typesetter: Typesetter = {
  do {
    return try Typesetter()
  } catch {
    fatalError("\(error)")
  }
}()

extension Site {
  /// The site of a course, with all lessons newly rendered.
  init(
    _ course: Course, _ lessons: [MeasuredLesson], typesetter: Typesetter, compiler: String,
    wording: Wording? = nil
  ) {
    let index = SiteIndex(
      course, lessons.map(\.outline), wording: wording ?? Wording(for: course.language))
    let rendered = lessons.map {
      RenderedLesson($0, in: index, typesetter: typesetter, compiler: compiler)
    }
    self.init(index, rendered, typesetter: typesetter)
  }
}

/// The problems that checking the lessons of a course finds.
func problems(_ lessons: [MeasuredLesson], works: [CitedWork] = []) -> [Diagnostic] {
  var course = course(lessons)
  course.works = works
  let index = SiteIndex(course, lessons.map(\.outline))
  return lessons.flatMap { ProseCheck($0, in: index).diagnostics }
}

extension Site {
  /// The files with an empty reference page, since the real one needs a compiler.
  var contentsWithReference: [String: [UInt8]] {
    contents.merging(["reference.html": Array("<html></html>".utf8)]) { own, _ in own }
  }
}
