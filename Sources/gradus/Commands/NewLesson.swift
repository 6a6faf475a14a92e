import Foundation
import Lessons

/// A lesson to be created and listed in the course; it builds at once.
struct NewLesson {
  private let title: String
  private let folder: String

  /// A lesson with a title, in a course's folder.
  init(_ title: String, in folder: String) {
    self.title = title
    self.folder = folder
  }

  /// Creates the lesson and adds it to the course's list; writes nothing if it cannot be listed.
  func make() throws(NewFile.Refusal) {
    let course = Course(folder: folder)
    guard let data = FileManager.default.contents(atPath: course.file),
      let list = String(validating: data, as: UTF8.self)
    else {
      throw NewFile.Refusal(
        summary: "there is no course in '\(folder)'",
        help: "create one first: gradus new --course \(folder)")
    }
    var ignored: [Diagnostic] = []
    let known = Course.read(folder, diagnostics: &ignored)?.lessons ?? []
    let name = number(after: known.last) + lessonName(of: title)
    guard let listed = Course.addingLesson(name, to: list) else {
      throw NewFile.Refusal(
        summary: "cannot add a lesson to the list in \(course.file)",
        help: "create \(course.file(of: name)) yourself and add '\(name)' to the list")
    }
    let file = NewFile(path: course.file(of: name), text: lessonText(title: title))
    try file.make()
    try NewFile(path: course.file, text: listed).replace()
    printError("\(file.path): created and added to \(course.file)")
  }

  /// The prefix of the next name if the lessons are numbered: `12-` after `11-clipping`.
  private func number(after last: String?) -> String {
    guard let digits = last?.prefixMatch(of: /(\d+)-/)?.1, let number = Int(digits) else {
      return ""
    }
    let next = "\(number + 1)"
    return String(repeating: "0", count: max(0, digits.count - next.count)) + next + "-"
  }
}

/// Returns a file name for a title, such as `weight-decay`; empty if the title has no letter or digit.
func lessonName(of title: String) -> String {
  let plain = title.folding(options: .diacriticInsensitive, locale: nil).lowercased()
  return plain.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
}

/// The text of a new lesson, with one example of each element.
func lessonText(title: String) -> String {
  #"""
  ---
  title: \#(yaml(title))
  description: What is left of a number that is halved ten times?
  seed: 1
  ---

  Start with a question whose answer the reader can guess, probably wrongly.

  > [!PREDICT]
  > Halve a number ten times. Is a tenth left, a hundredth, a thousandth?

  Then measure it. A cell is Swift and runs when the course is built:

  ```{swift}
  let left = (0...10).map { pow(0.5, Double($0)) }
  claim("little", left[10], atMost: 0.001)
  figure("halves", alt: "A line that falls from 1 to \(format(left[10])) in ten halvings.") {
    for (step, value) in left.enumerated() { LineMark(x: step, y: value) }
  }
  .xAxis("halvings").yAxis("what is left", scale: .log)
  ```

  After ten halvings `{swift} left[10]` is left, [less than a thousandth](claim:little), as
  [](fig:halves) shows.

  > [!KEYPOINTS]
  > - What shrinks by a factor at each step shrinks fast.

  """#
}

/// A string as a YAML scalar, quoted if needed.
func yaml(_ text: String) -> String {
  let isPlain =
    text.wholeMatch(of: /\p{Alphabetic}[\p{Alphabetic}\d ,.?!()’-]*[\p{Alphabetic}\d.?!)]/) != nil
  let words = ["true", "false", "yes", "no", "on", "off", "null"]
  if isPlain, !words.contains(text.lowercased()) { return text }
  let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    .replacing("\t", with: " ")
  return "\"\(escaped)\""
}
