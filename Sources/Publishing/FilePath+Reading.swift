internal import Glibc
internal import SystemPackage

// Read-only access to the file system.

extension FilePath {
  /// Whether anything exists at this path, even a broken link.
  var exists: Bool { (try? status()) != nil }

  /// The status of what exists at this path; links are not followed.
  func status() throws(Refusal) -> Stat {
    do {
      return try stat(followTargetSymlink: false)
    } catch {
      throw .unreadable(self, error)
    }
  }

  /// The content of a file; nil if it cannot be read.
  var bytes: [UInt8]? {
    guard let file = try? FileDescriptor.open(self, .readOnly, options: .closeOnExec) else {
      return nil
    }
    return try? file.closeAfter {
      let size = try Int(file.seek(offset: 0, from: .end))
      return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size {
          let all = UnsafeMutableRawBufferPointer(buffer)
          let rest = UnsafeMutableRawBufferPointer(rebasing: all[count...])
          let more = try file.read(fromAbsoluteOffset: Int64(count), into: rest)
          if more == 0 { break }
          count += more
        }
      }
    }
  }

  /// The names in a folder, which can be any bytes.
  func names() throws(Refusal) -> [FilePath.Component] {
    guard let folder = withPlatformString({ opendir($0) }) else {
      throw .unreadable(self, Errno(rawValue: errno))
    }
    defer { closedir(folder) }
    var names: [FilePath.Component] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) {
          FilePath.Component(platformString: $0)
        }
      }
      if let name, name.kind == .regular { names.append(name) }
    }
    return names
  }

  /// The parent folders of a relative path, the outermost first.
  var ancestors: [FilePath] {
    (1..<max(1, components.count)).map { FilePath(root: nil, components.prefix($0)) }
  }

  /// The absolute path with all links resolved; nil for a broken link.
  ///
  /// The last components need not exist: they are appended as they are.
  var resolved: FilePath? {
    if let real = withPlatformString({ realpath($0, nil) }) {
      defer { free(real) }
      return FilePath(platformString: real)
    }
    guard !exists, let name = lastComponent else { return nil }
    let parent = removingLastComponent()
    return (parent.isEmpty ? FilePath(".") : parent).resolved?.appending(name).lexicallyNormalized()
  }

  /// The error of a system call on this path; nil if it succeeds.
  func failure(of call: (UnsafePointer<CChar>) -> CInt) -> Errno? {
    withPlatformString { call($0) == 0 ? nil : Errno(rawValue: errno) }
  }
}

extension Stat {
  var isFolder: Bool { type == .directory }
  var isFile: Bool { type == .regular }
}
