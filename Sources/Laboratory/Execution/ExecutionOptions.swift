/// How sessions are run, apart from the settings of lessons.
package struct ExecutionOptions: Sendable {
  /// The limits of a session; its time is set by the lesson.
  package var limits = Limits.session
  /// Whether hashes, and so the order of dictionaries and sets, are the same in every run.
  package var hasDeterministicHashing = true
  /// The time zone of the program, `TZ`.
  package var timeZone = "UTC"
  /// Receives events, from any thread.
  var watcher: @Sendable (RunEvent) -> Void = { _ in }

  /// The options of a build.
  package init() {}

  /// Returns these options with another event handler.
  func reporting(to watcher: @escaping @Sendable (RunEvent) -> Void) -> ExecutionOptions {
    var options = self
    options.watcher = watcher
    return options
  }

  /// Options that differ in everything that should not affect results.
  var varied: ExecutionOptions {
    var options = self
    options.hasDeterministicHashing = false
    options.timeZone = "Pacific/Chatham"
    return options
  }
}
