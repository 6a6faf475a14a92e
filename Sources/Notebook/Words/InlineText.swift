/// Formats an inline value for prose: numbers by ``format(_:digits:)``, the elements of a list separated
/// by commas, all other values by their description.
///
/// - Parameter value: The value of an inline expression.
/// - Returns: The text; nil if the value or one of its elements is nil, and for an empty list.
package func inlineText(for value: Any) -> String? {
  switch value {
  case let number as Double: format(number)
  case let number as Float: format(number)
  case let number as Int: format(number)
  case let container as any InlineContainer: container.inlineText
  default: "\(value)"
  }
}

/// A container that is formatted by its elements.
private protocol InlineContainer {
  var inlineText: String? { get }
}

extension Optional: InlineContainer {
  fileprivate var inlineText: String? { flatMap { Notebook.inlineText(for: $0) } }
}

extension Array: InlineContainer {
  fileprivate var inlineText: String? { list(self) }
}

extension ArraySlice: InlineContainer {
  fileprivate var inlineText: String? { list(self) }
}

private func list(_ values: some Collection) -> String? {
  let texts = values.compactMap { inlineText(for: $0) }
  return texts.isEmpty || texts.count < values.count ? nil : texts.joined(separator: ", ")
}
