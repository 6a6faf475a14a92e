/// Collects the marks of a block that can contain loops, conditions, local values and arrays.
@resultBuilder
public enum ChartBuilder {
  /// Returns the marks of one statement.
  public static func buildExpression(_ content: some ChartContent) -> [Mark] { content.marks }

  /// Concatenates the marks of several statements.
  public static func buildBlock(_ parts: [Mark]...) -> [Mark] { Array(parts.joined()) }

  /// Concatenates the marks of a loop's iterations.
  public static func buildArray(_ parts: [[Mark]]) -> [Mark] { Array(parts.joined()) }

  /// Returns the marks of an `if` without `else`, or an empty list.
  public static func buildOptional(_ part: [Mark]?) -> [Mark] { part ?? [] }

  /// Returns the marks of a condition's first branch.
  public static func buildEither(first part: [Mark]) -> [Mark] { part }

  /// Returns the marks of a condition's second branch.
  public static func buildEither(second part: [Mark]) -> [Mark] { part }
}
