import Foundation
import Lessons
import Pages
import TestSupport
import Testing

/// Pictures are copied into the site, wherever they are on a page, and count towards its size.
@Suite struct PictureTests {
  private let root: TemporaryFolder

  init() throws { root = try TemporaryFolder() }

  private func site(_ body: String, pictures: [String: Int] = [:]) throws -> Site {
    for (name, size) in pictures {
      try root.write(name, Data(repeating: 7, count: size))
    }
    let measured = [try sample(body)]
    var course = course(measured)
    course.folder = root.path
    return Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
  }

  private func messages(_ body: String, pictures: [String: Int] = [:]) throws -> [String] {
    try site(body, pictures: pictures).diagnostics.map(\.description)
  }

  /// The places where a picture can be.
  static let places = [
    "@", "## Words @", "| a |\n|---|\n| @ |", "- @", "> @", "> [!NOTE] Words @\n> Words.",
    "[@](https://e.org)", "*@*", "Words.[^n]\n\n[^n]: @", "[Words @](01-one.md)",
  ]

  @Test(arguments: [
    ("https://e.org/a.png", "is remote, but pages must work offline"),
    ("http://e.org/a.png", "is remote, but pages must work offline"),
    ("//e.org/a.png", "is remote, but pages must work offline"),
    ("file:///a.png", "is not a file of the course"),
    ("data:text/html,x", "is not a file of the course"),
    ("C:/a.png", "is not a file of the course"),
  ])
  func aPictureThatIsNotInTheCourseIsAnError(_ source: String, _ words: String) throws {
    for place in Self.places {
      let found = try messages(place.replacing("@", with: "![Words](\(source))"))
      #expect(found.count == 1, "\(place)")
      #expect(
        try #require(found.first).replacing(/:\d+:/, with: ":N:") == """
          lessons/01-one.md:N: error: the picture '\(source)' \(words)
          help: put the picture in the course's folder and use its path there: ![alt text](a.png)
          """)
    }
  }

  @Test func aPictureInADataAddressIsAllowed() throws {
    #expect(try messages("![Words](data:image/png;base64,AAAA)") == [])
  }

  @Test func picturesAreFoundInAllPlaces() throws {
    for place in Self.places {
      let site = try site(
        place.replacing("@", with: "![Words](pictures/a%20b%231.png)"),
        pictures: ["pictures/a b#1.png": 10])
      #expect(site.diagnostics == [], "\(place)")
      #expect(site.files.contains { $0.path == "pictures/a b#1.png" }, "\(place)")
      let missing = try self.site(place.replacing("@", with: "![Words](pictures/a%20c%231.png)"))
      #expect(
        missing.diagnostics.map { $0.description.replacing(/:\d+:/, with: ":N:") } == [
          """
          lessons/01-one.md:N: error: there is no file 'pictures/a c#1.png'
          help: did you mean 'pictures/a b#1.png'?
          """
        ], "\(place)")
    }
  }

  @Test func picturesCountTowardsTheSizeOfTheirPage() throws {
    func words(_ severity: String, picture name: String, size: Int, line: Int) -> [String] {
      [
        """
        lessons/01-one.md:\(line): \(severity): the page with its pictures has N KB, more than the limit of 400
        help: make '\(name)' smaller: its size is \(size) KB
        """
      ]
    }
    func messages(_ sizes: [Int]) throws -> [String] {
      let names = sizes.indices.map { "\($0).png" }
      let body = names.map { "![Words](\($0)) ![Words](./\($0))" }.joined(separator: "\n\n")
      return try self.messages(
        body, pictures: Dictionary(uniqueKeysWithValues: zip(names, sizes.map { $0 * 1024 }))
      ).map { $0.replacing(/has \d+ KB/, with: "has N KB") }
    }
    #expect(try messages([150, 180]) == [])
    #expect(try messages([150, 300]) == words("warning", picture: "1.png", size: 300, line: 7))
    #expect(try messages([380, 330, 300]) == words("error", picture: "0.png", size: 380, line: 5))
  }
}
