internal import Foundation
internal import Glibc

/// The processes of one session of the system: a leader and all that it started, unless they left.
///
/// Foundation gives each child a process group of its own, so the leader's group is not all.
struct ProcessSession {
  /// The number of the first process; nobody else can have it before that is reaped.
  let leader: pid_t

  /// Ends them all, those too that are started meanwhile.
  func end() {
    var ended: Set<pid_t> = []
    while true {
      let more = members.subtracting(ended)
      if more.isEmpty { return }
      for process in more { kill(process, SIGKILL) }
      ended.formUnion(more)
    }
  }

  private var members: Set<pid_t> {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return Set(names.compactMap { pid_t($0) }.filter { session(of: $0) == leader })
  }

  /// The session of a process, from `/proc/N/stat`: `N (name) state parent group session …`.
  private func session(of process: pid_t) -> pid_t? {
    let file = FileHandle(forReadingAtPath: "/proc/\(process)/stat")
    guard let data = try? file?.read(upToCount: 4096) else { return nil }
    let fields = String(decoding: data, as: UTF8.self).split(separator: ")").last?.split(
      separator: " ")
    guard let fields, fields.count > 3 else { return nil }
    return pid_t(fields[3])
  }
}
