import Foundation
import Lessons

/// A course to be created in a new folder, with two lessons that build at once.
struct NewCourse {
  private let folder: String

  /// A course in a folder that is empty or does not exist.
  init(_ folder: String) { self.folder = folder }

  /// Creates the folder and its files, and prints the next steps.
  func make() throws(NewFile.Refusal) {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    guard names?.isEmpty ?? !FileManager.default.fileExists(atPath: folder) else {
      throw NewFile.Refusal(
        summary: "'\(folder)' already exists and is not empty",
        help: "choose a new folder, or add a lesson: gradus new \"Title\" --course \(folder)")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw NewFile.Refusal(
        summary: "'\(folder)' cannot be created: \(error.localizedDescription)", isOfDisk: true)
    }
    let course = Course(folder: folder)
    let files = [
      NewFile(path: course.file, text: list),
      NewFile(path: "\(folder)/.gitignore", text: ".gradus/\n"),
      NewFile(path: course.file(of: "01-beginning"), text: lessonText(title: "A beginning")),
      NewFile(path: course.file(of: "02-training"), text: trainingText),
    ]
    for file in files { try file.make() }
    printError("\(folder): created a course with two lessons")
    printError("to preview it: gradus serve --course \(folder)")
    printError("to build the site: gradus build --course \(folder) --output DIR")
  }

  private var list: String {
    """
    # Title and description, shown on the index page.
    title: A new course
    description: One sentence about it.
    language: en
    # The lessons in order; 'gradus new "Title" --course …' adds one.
    lessons:
      - 01-beginning
      - 02-training

    """
  }

  /// A lesson that uses the engine.
  private var trainingText: String {
    #"""
    ---
    title: Training a line
    description: Can gradient descent find the slope of a line?
    seed: 1
    ---

    Cells can use the engine, with its automatic differentiation, without an import. Here it finds the
    slope of $y = 3x$ from five points.

    ```{swift}
    let x = Tensor([[-2], [-1], [0], [1], [2]])
    let y = Tensor([[-6], [-3], [0], [3], [6]])
    var generator = SeededGenerator(seed: seed)
    let line = Linear(1, 1, using: &generator)
    let descent = SGD(line.parameters, lr: 0.1)
    for _ in 1...100 {
      descent.zeroGrad()
      mseLoss(line(x), y).backward()
      descent.step()
    }
    let slope = line.weight.item()
    claim("found", slope, equals: 3, within: 0.001)
    ```

    After a hundred steps the slope is `{swift} slope`: [three](claim:found).

    """#
  }
}
