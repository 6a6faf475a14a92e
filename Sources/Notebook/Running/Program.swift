internal import Records

// Functions that the generated program calls between an author's lines. The underscores avoid conflicts
// with the author's names.

/// Begins a cell; `line` is the line of the lesson at which its code starts.
@MainActor
public func _cell(_ index: Int, line: Int = #line) {
  Recorder.current.begin(cell: index, line: line)
}

/// Records an inline value of the prose.
@MainActor
public func _value<Value>(_ index: Int, _ value: Value) {
  let record = inlineText(for: value).map { Record.value(index: index, text: $0) }
  Recorder.current.write(record ?? .nothing(index: index))
}

/// Records the regular end of the program.
@MainActor
public func _end() {
  Recorder.current.requireStandardOutput()
  _ = standardOutput.position
  Recorder.current.write(.end(engine: BLAS.version))
}
