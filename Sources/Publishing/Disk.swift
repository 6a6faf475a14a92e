internal import CLinux
internal import Glibc
internal import SystemPackage

/// All that publishing does to a disk, step by step.
///
/// Modes do not depend on the umask: files are 0644, folders 0755.
struct Disk: Sendable {
  /// Called before each step; a test is killed here.
  var beforeStep: @Sendable () -> Void = {}
  /// Exchanges two folders; zero, or a reason why not.
  var exchangeFolders: @Sendable (FilePath, FilePath) -> CInt = { first, second in
    first.withPlatformString { first in
      second.withPlatformString { second in
        renameat2(AT_FDCWD, first, AT_FDCWD, second, UInt32(GRADUS_RENAME_EXCHANGE)) == 0
          ? 0 : errno
      }
    }
  }

  func exchange(_ first: FilePath, _ second: FilePath) throws(Refusal) {
    beforeStep()
    let reason = exchangeFolders(first, second)
    if reason != 0 { throw .unwritable(second, Errno(rawValue: reason)) }
  }

  /// Writes a new file.
  func write(_ content: [UInt8], to path: FilePath) throws(Refusal) {
    beforeStep()
    do {
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: FilePermissions(rawValue: 0o644))
      try file.closeAfter { _ = try file.writeAll(content) }
    } catch {
      throw .unwritable(path, error as? Errno ?? .ioError)
    }
    try change(path) { chmod($0, 0o644) }
  }

  func makeFolder(_ path: FilePath) throws(Refusal) {
    try change(path) { mkdir($0, 0o755) }
    try change(path) { chmod($0, 0o755) }
  }

  /// Makes a folder and all around it that are not there.
  func makeFolders(_ path: FilePath) throws(Refusal) {
    if path.exists { return }
    try makeFolders(path.removingLastComponent())
    try makeFolder(path)
  }

  /// Gives a file another name; links and devices are not followed but named themselves.
  func link(_ old: FilePath, to new: FilePath) throws(Refusal) {
    try change(new) { new in old.withPlatformString { Glibc.link($0, new) } }
  }

  func rename(_ old: FilePath, to new: FilePath) throws(Refusal) {
    try change(new) { new in old.withPlatformString { Glibc.rename($0, new) } }
  }

  /// Gives a folder another's mode and, where that is permitted, its owner.
  func give(_ path: FilePath, attributesOf model: Stat) throws(Refusal) {
    _ = path.failure { chown($0, model.userID.rawValue, model.groupID.rawValue) }
    try change(path) { chmod($0, model.permissions.rawValue) }
  }

  /// Removes a file, if there is one; a folder in its place is not ours.
  func removeIfThere(_ path: FilePath) throws(Refusal) {
    guard let status = try? path.status(), !status.isFolder else { return }
    try change(path) { unlink($0) }
  }

  func removeIfEmpty(_ path: FilePath) {
    beforeStep()
    _ = path.failure { rmdir($0) }
  }

  /// Removes a file, or a folder with all that is in it, if there is one.
  func removeTree(_ path: FilePath) throws(Refusal) {
    guard let status = try? path.status() else { return }
    guard status.isFolder else { return try removeIfThere(path) }
    // A folder that nobody may write to can be among them.
    _ = path.failure { chmod($0, 0o700) }
    for name in try path.names() { try removeTree(path.appending(name)) }
    try change(path) { rmdir($0) }
  }

  private func change(
    _ path: FilePath, _ call: (UnsafePointer<CChar>) -> CInt
  ) throws(Refusal) {
    beforeStep()
    if let reason = path.failure(of: call) { throw .unwritable(path, reason) }
  }
}
