/// Stops the program with `message` unless `condition` holds.
///
/// `precondition` would lose the words in a release build; these must reach whoever wrote the call.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
