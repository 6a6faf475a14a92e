/// A language that is highlighted; the raw value is its name in highlight.js.
enum HighlightLanguage: String, Sendable {
  case swift, bash, json, python, yaml

  /// Looks up the language in a fence's info string.
  init?(fence: String) {
    switch fence.lowercased() {
    case "swift": self = .swift
    case "sh", "bash", "shell": self = .bash
    case "json": self = .json
    case "python", "py": self = .python
    case "yaml", "yml": self = .yaml
    default: return nil
    }
  }
}
