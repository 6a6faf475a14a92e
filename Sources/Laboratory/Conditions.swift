/// How sessions are run, beside what lessons say.
package struct Conditions: Sendable {
  /// What a session may use beside its time, which lessons choose.
  package var limits = Limits.session
  /// Whether hashes are the same in every run, and with them the order of a dictionary.
  package var hashesAlike = true
  /// The time zone.
  package var timeZone = "UTC"
  /// Who watches.
  var watcher: @Sendable (Event) -> Void = { _ in }

  /// The same for each build.
  package init() {}

  /// The same under a watcher's eyes.
  func watched(by watcher: @escaping @Sendable (Event) -> Void) -> Conditions {
    var watched = self
    watched.watcher = watcher
    return watched
  }

  /// What should make no difference, and is different.
  var changed: Conditions {
    var changed = self
    (changed.hashesAlike, changed.timeZone) = (false, "Pacific/Chatham")
    return changed
  }
}
