import Lessons
import Testing

/// Warnings about emphasis delimiters without effect.
@Suite struct EmphasisDelimitersTests {
  static let cases: [InvalidLesson] = [
    InvalidLesson(
      "strong emphasis directly before a word",
      body: "One **Note:**words two.\n",
      """
      t.md:5:12: warning: this '**' has no effect: it has punctuation on one side and a letter on \
      the other
      help: put a space between it and the letter, or move the punctuation outside; write \
      '\\*\\*' for literal characters
      """),
    InvalidLesson(
      "emphasis directly before a word",
      body: "Two\n*Note:*words\n",
      """
      t.md:6:7: warning: this '*' has no effect: it has punctuation on one side and a letter on \
      the other
      help: put a space between it and the letter, or move the punctuation outside; write '\\*' \
      for literal characters
      """),
    InvalidLesson(
      "underscores beside Chinese",
      body: "梯度_“消失”_了\n",
      """
      t.md:5:3: warning: this '_' has no effect: it has punctuation on one side and a letter on \
      the other
      help: put a space between it and the letter, or move the punctuation outside; write '\\_' \
      for literal characters
      """),
    InvalidLesson(
      "double underscores directly before a word",
      body: "__Note:__words\n",
      """
      t.md:5:8: warning: this '__' has no effect: it has punctuation on one side and a letter on \
      the other
      help: put a space between it and the letter, or move the punctuation outside; write \
      '\\_\\_' for literal characters
      """),
    InvalidLesson(
      "strikethrough directly before a word",
      body: "~~gone.~~words\n",
      """
      t.md:5:8: warning: this '~~' has no effect: it has punctuation on one side and a letter on \
      the other
      help: put a space between it and the letter, or move the punctuation outside; write \
      '\\~\\~' for literal characters
      """),
    InvalidLesson(
      "spaces inside the asterisks",
      body: "A ** spaced ** word\n",
      """
      t.md:5:3: warning: this '**' has no effect: it has spaces on both sides
      help: write **text** without spaces inside, or '\\*\\*' for literal characters
      """),
    InvalidLesson(
      "unclosed asterisks",
      body: "**Note: words\n",
      """
      t.md:5:1: warning: this '**' is not closed in its paragraph
      help: write **text**, or '\\*\\*' for literal characters
      """),
  ]

  @Test(arguments: cases) func isReported(_ lesson: InvalidLesson) {
    #expect(lesson.reported == lesson.expected)
  }
}
