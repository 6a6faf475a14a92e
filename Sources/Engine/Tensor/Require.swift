/// Traps with `message` unless `condition` holds.
///
/// `precondition` would not print the message in a release build; the caller must see it.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
