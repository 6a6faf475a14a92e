/// The words that prose has for a value: a number is set as a number is, the elements of a list
/// stand in a row, and what else there is prints itself.
///
/// - Parameter value: What an inline value came to.
/// - Returns: The words; nil where the value, or one in it, is nil, and where a list is empty.
package func words(for value: Any) -> String? {
  switch value {
  case let number as Double: format(number)
  case let number as Float: format(number)
  case let number as Int: format(number)
  case let value as any Wordy: value.words
  default: "\(value)"
  }
}

/// A value whose words are those of what it holds.
private protocol Wordy {
  var words: String? { get }
}

extension Optional: Wordy {
  fileprivate var words: String? { flatMap { Notebook.words(for: $0) } }
}

extension Array: Wordy {
  fileprivate var words: String? { row(of: self) }
}

extension ArraySlice: Wordy {
  fileprivate var words: String? { row(of: self) }
}

private func row(of values: some Collection) -> String? {
  let all = values.compactMap { words(for: $0) }
  return all.isEmpty || all.count < values.count ? nil : all.joined(separator: ", ")
}
