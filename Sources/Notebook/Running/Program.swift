internal import Records

// What the generated program calls between an author's lines. The underscores keep these names
// out of the way of theirs.

/// A cell begins; `line` is where its code starts in the lesson.
@MainActor
public func _cell(_ index: Int, line: Int = #line) {
  Recorder.current.begin(cell: index, line: line)
}

/// An inline value of the prose.
@MainActor
public func _value<Value>(_ index: Int, _ value: Value) {
  let record = words(for: value).map { Record.value(index: index, text: $0) }
  Recorder.current.write(record ?? .nothing(index: index))
}

/// The program came to its end.
@MainActor
public func _end() {
  Recorder.current.requireStandardOutput()
  _ = standardOutput.position
  Recorder.current.write(.end(engine: BLAS.version))
}
