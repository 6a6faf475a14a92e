import Foundation
import Laboratory
import Testing

struct InstallationTests {
  @Test func theInstallationIsFoundAroundTheProduct() async throws {
    let found = try await Fixture.installation.value
    #expect(FileManager.default.isExecutableFile(atPath: found.compiler))
    #expect(found.compilerVersion.wholeMatch(of: /Swift 6\.\d+(\.\d+)?/) != nil)
    #expect(FileManager.default.fileExists(atPath: found.libraries + "/libNotebook.so"))
    #expect(found.modules == found.libraries + "/Modules")
    for folder in found.headers {
      #expect(FileManager.default.fileExists(atPath: folder + "/module.modulemap"))
    }
    #expect(found.headers.count == 1)
  }

  @Test func aMissingCompilerIsReported() async throws {
    let fault = await #expect(throws: Fault.self) { try await Installation.find(path: "/nowhere:") }
    #expect(fault?.kind == .machine)
    #expect(
      fault?.description == """
        error: the Swift compiler 'swiftc' is not on the PATH
        help: install Swift 6 from https://www.swift.org/install
        """)
  }

  @Test func aMissingNotebookIsReported() async throws {
    let fault = await #expect(throws: Fault.self) {
      try await Installation.find(product: "/nowhere")
    }
    #expect(
      fault?.description == """
        error: '/nowhere/libNotebook.so' is missing, which lessons are compiled with
        help: rebuild Gradus
        """)
  }

  @Test func aProductOutsideAPackageIsReported() async throws {
    try await Fixture.withFolder { folder in
      for path in ["libNotebook.so", "Modules/Notebook.swiftmodule"] {
        try FileManager.default.createDirectory(
          atPath: folder + "/" + path, withIntermediateDirectories: true)
      }
      let fault = await #expect(throws: Fault.self) {
        try await Installation.find(product: folder)
      }
      #expect(
        fault?.description == """
          error: no 'Package.swift' in any folder above '\(folder)'
          help: run Gradus from the package in which it was built
          """)
    }
  }

  @Test func aCompilerWithoutAVersionIsReported() async throws {
    try await Fixture.withFolder { folder in
      let file = folder + "/swiftc"
      try "#!/bin/sh\necho clang\n".write(toFile: file, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
      let fault = await #expect(throws: Fault.self) { try await Installation.find(path: folder) }
      #expect(fault?.description == "error: '\(file) --version' does not print a Swift version")
    }
  }
}
