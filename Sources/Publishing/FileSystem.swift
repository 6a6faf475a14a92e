internal import CLinux
internal import Glibc
internal import SystemPackage

/// The operations by which publishing changes files and folders, each one step.
///
/// Modes do not depend on the umask: files are 0644, folders 0755.
struct FileSystem: Sendable {
  /// Called before each step; tests use it to kill the process there.
  var beforeStep: @Sendable () -> Void = {}
  /// Exchanges two folders atomically; returns zero or the error number.
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

  /// Writes a new file; throws if the path exists.
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

  /// Creates a folder and the missing folders around it.
  func makeFolders(_ path: FilePath) throws(Refusal) {
    if path.exists { return }
    try makeFolders(path.removingLastComponent())
    try makeFolder(path)
  }

  /// Creates a hard link; symbolic links and devices are linked themselves, not followed.
  func link(_ old: FilePath, to new: FilePath) throws(Refusal) {
    try change(new) { new in old.withPlatformString { Glibc.link($0, new) } }
  }

  func rename(_ old: FilePath, to new: FilePath) throws(Refusal) {
    try change(new) { new in old.withPlatformString { Glibc.rename($0, new) } }
  }

  /// Sets a folder's mode and, if permitted, its owner to those of a status.
  func copyAttributes(_ status: Stat, to path: FilePath) throws(Refusal) {
    _ = path.failure { chown($0, status.userID.rawValue, status.groupID.rawValue) }
    try change(path) { chmod($0, status.permissions.rawValue) }
  }

  /// Removes a file if it exists; a folder at its path is left alone.
  func removeFileIfPresent(_ path: FilePath) throws(Refusal) {
    guard let status = try? path.status(), !status.isFolder else { return }
    try change(path) { unlink($0) }
  }

  func removeIfEmpty(_ path: FilePath) {
    beforeStep()
    _ = path.failure { rmdir($0) }
  }

  /// Removes a file, or a folder with its content, if it exists.
  func removeTree(_ path: FilePath) throws(Refusal) {
    guard let status = try? path.status() else { return }
    guard status.isFolder else { return try removeFileIfPresent(path) }
    // The folder can be read-only.
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
