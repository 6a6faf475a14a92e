import Foundation
import Laboratory
import Testing

struct ChecksummedFileTests {
  @Test func writtenContentIsRead() async throws {
    try await Fixture.withFolder { folder in
      let file = ChecksummedFile(path: folder + "/deep/file", kind: "test-1")
      #expect(file.read() == nil)
      for text in ["", "\n", "one\ntwo\n", "€"] {
        try file.write(Data(text.utf8))
        #expect(file.read() == Data(text.utf8))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/deep") == ["file"])
    }
  }

  @Test func aTruncatedFileIsNotRead() async throws {
    try await Fixture.withFolder { folder in
      let file = ChecksummedFile(path: folder + "/file", kind: "test-1")
      try file.write(Data("{\"a\":1}\nrecord\n".utf8))
      let whole = try Data(contentsOf: URL(filePath: file.path))
      for length in 0..<whole.count {
        try whole.prefix(length).write(to: URL(filePath: file.path))
        #expect(file.read() == nil, "\(length) bytes")
      }
    }
  }

  @Test func aFileWithAChangedByteIsNotRead() async throws {
    try await Fixture.withFolder { folder in
      let file = ChecksummedFile(path: folder + "/file", kind: "test-1")
      try file.write(Data("{\"a\":1}\nrecord\n".utf8))
      let whole = try Data(contentsOf: URL(filePath: file.path))
      for position in whole.indices {
        var changed = whole
        changed[position] ^= 1
        try changed.write(to: URL(filePath: file.path))
        #expect(file.read() == nil, "byte \(position)")
      }
    }
  }

  @Test func anotherVersionIsNotRead() async throws {
    try await Fixture.withFolder { folder in
      try ChecksummedFile(path: folder + "/file", kind: "test-1").write(Data())
      #expect(ChecksummedFile(path: folder + "/file", kind: "test-2").read() == nil)
    }
  }

  @Test func aWriteErrorIsReported() async throws {
    try await Fixture.withFolder { folder in
      try Data().write(to: URL(filePath: folder + "/file"))
      let file = ChecksummedFile(path: folder + "/file/below", kind: "test-1")
      let fault = #expect(throws: Fault.self) { try file.write(Data()) }
      #expect(fault?.kind == .machine)
      #expect(fault?.summary.hasPrefix("'\(file.path)' cannot be written: ") == true)
    }
  }
}
