/// A language whose code is highlighted, by its name in highlight.js.
enum Language: String, Sendable {
  case swift, bash, json, python, yaml

  /// The language that a fence names.
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
