import Lessons
import Testing

@Suite struct AddingLessonTests {
  @Test(arguments: [
    ("lessons:\n  - a\n  - b\n", "lessons:\n  - a\n  - b\n  - c\n"),
    ("lessons:\n- a", "lessons:\n- a\n- c"),
    ("lessons: [a, b]\n", "lessons: [a, b, c]\n"),
    ("lessons: ['a', \"b\"] # all\n", "lessons: ['a', \"b\", c] # all\n"),
    (
      "lessons:\n  - a # first\n# between\npages: [z]\n",
      "lessons:\n  - a # first\n  - c\n# between\npages: [z]\n"
    ),
    (
      "title: b # of b\nlessons:\n  - \"b\"   # - b\n\n# The end.\n",
      "title: b # of b\nlessons:\n  - \"b\"   # - b\n  - c\n\n# The end.\n"
    ),
    (
      "parts:\n  - title: One\n    lessons: [a]\n  - title: Two\n    lessons:\n      - b\nlanguage: en\n",
      "parts:\n  - title: One\n    lessons: [a]\n  - title: Two\n    lessons:\n      - b\n      - c\nlanguage: en\n"
    ),
    ("parts: [{title: b, lessons: [a, b]}]\n", "parts: [{title: b, lessons: [a, b, c]}]\n"),
    ("lessons: [\n  a,\n  b\n]\n", "lessons: [\n  a,\n  b, c\n]\n"),
    ("lessons:\r\n  - a\r\nlanguage: en\r\n", "lessons:\r\n  - a\r\n  - c\r\nlanguage: en\r\n"),
  ])
  func lessonIsAddedAfterTheLast(before: String, after: String) {
    #expect(Course.addingLesson("c", to: before) == after)
  }

  @Test(arguments: [
    "", "title: T\n", "lessons: []\n", "lessons: a\n", "lessons: {a: b}\n", "lessons: [\n",
    "lessons:\n  - >\n    a\n", "x: &a [b]\nlessons: *a\n",
  ])
  func unsupportedListIsNotChanged(text: String) {
    #expect(Course.addingLesson("c", to: text) == nil)
  }
}
