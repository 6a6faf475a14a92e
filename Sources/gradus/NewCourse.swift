import Foundation
import Lessons

/// A whole course that is made in a folder of its own, and builds as it stands.
struct NewCourse {
  private let folder: String

  /// A course in a folder, which is empty or not there.
  init(_ folder: String) { self.folder = folder }

  /// Makes it.
  func make() throws(NewFile.Refusal) {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    guard names?.isEmpty ?? !FileManager.default.fileExists(atPath: folder) else {
      throw NewFile.Refusal(
        summary: "'\(folder)' is there already, and not empty",
        help: "name a new folder, or a lesson: gradus new \"Title\" --course \(folder)")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw NewFile.Refusal(
        summary: "'\(folder)' cannot be made: \(error.localizedDescription)", isOfDisk: true)
    }
    let course = Course(folder: folder)
    let files = [
      NewFile(path: course.file, text: list),
      NewFile(path: "\(folder)/.gitignore", text: ".gradus/\n"),
      NewFile(path: course.file(of: "01-beginning"), text: lessonText(title: "A beginning")),
      NewFile(path: course.file(of: "02-training"), text: trainingText),
    ]
    for file in files { try file.make() }
    printError("\(folder): a course of two lessons is made")
    printError("see it with: gradus serve --course \(folder)")
    printError("publish it with: gradus build --course \(folder) --output DIR")
  }

  private var list: String {
    """
    # The course, as its index page shows it.
    title: A new course
    description: One sentence about it.
    language: en
    # The lessons in their order; 'gradus new "Title" --course …' adds one.
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

    The engine that differentiates and trains can be used without an import. Here it looks for the slope
    of $y = 3x$, knowing only five points.

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
