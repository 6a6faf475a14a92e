import Lessons
import Testing

/// Marks of emphasis that open or close nothing are reported.
@Suite struct EmphasisMarkTests {
  static let mistakes: [Mistake] = [
    Mistake(
      "strong that a word follows",
      body: "One **Note:**words two.\n",
      """
      t.md:5:12: warning: this '**' opens and closes nothing: punctuation on one side of it, a \
      letter on the other
      help: put a space between it and the letter, or the punctuation outside; write '\\*\\*' \
      for the marks themselves
      """),
    Mistake(
      "emphasis that a word follows",
      body: "Two\n*Note:*words\n",
      """
      t.md:6:7: warning: this '*' opens and closes nothing: punctuation on one side of it, a \
      letter on the other
      help: put a space between it and the letter, or the punctuation outside; write '\\*' for \
      the marks themselves
      """),
    Mistake(
      "underscores beside Chinese",
      body: "梯度_“消失”_了\n",
      """
      t.md:5:3: warning: this '_' opens and closes nothing: punctuation on one side of it, a \
      letter on the other
      help: put a space between it and the letter, or the punctuation outside; write '\\_' for \
      the marks themselves
      """),
    Mistake(
      "double underscores that a word follows",
      body: "__Note:__words\n",
      """
      t.md:5:8: warning: this '__' opens and closes nothing: punctuation on one side of it, a \
      letter on the other
      help: put a space between it and the letter, or the punctuation outside; write '\\_\\_' \
      for the marks themselves
      """),
    Mistake(
      "strikethrough that a word follows",
      body: "~~gone.~~words\n",
      """
      t.md:5:8: warning: this '~~' opens and closes nothing: punctuation on one side of it, a \
      letter on the other
      help: put a space between it and the letter, or the punctuation outside; write '\\~\\~' \
      for the marks themselves
      """),
    Mistake(
      "spaces inside the stars",
      body: "A ** spaced ** word\n",
      """
      t.md:5:3: warning: this '**' opens and closes nothing: spaces on both sides of it
      help: write **words** without spaces inside, or '\\*\\*' for the marks themselves
      """),
    Mistake(
      "stars that are not closed",
      body: "**Note: words\n",
      """
      t.md:5:1: warning: this '**' is not closed in its paragraph
      help: write **words**, or '\\*\\*' for the marks themselves
      """),
  ]

  @Test(arguments: mistakes) func isReported(_ mistake: Mistake) {
    #expect(mistake.said == mistake.expected)
  }
}
