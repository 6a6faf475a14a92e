/// Collects the marks that a block lists: with loops, conditions, local values and arrays.
@resultBuilder
public enum ChartBuilder {
  /// Takes one statement's marks.
  public static func buildExpression(_ content: some ChartContent) -> [Mark] { content.marks }

  /// Joins the marks of statements in order.
  public static func buildBlock(_ parts: [Mark]...) -> [Mark] { Array(parts.joined()) }

  /// Joins the marks of a loop's turns in order.
  public static func buildArray(_ parts: [[Mark]]) -> [Mark] { Array(parts.joined()) }

  /// Takes the marks of an `if` without `else`, or none.
  public static func buildOptional(_ part: [Mark]?) -> [Mark] { part ?? [] }

  /// Takes the marks of a condition's first branch.
  public static func buildEither(first part: [Mark]) -> [Mark] { part }

  /// Takes the marks of a condition's second branch.
  public static func buildEither(second part: [Mark]) -> [Mark] { part }
}
