import Testing

/// Missing tools are reported with a command or page that installs them.
@Suite struct MissingToolTests {
  @Test func aMissingCompilerIsReported() throws {
    let project = try TestProject([("one", lesson("Words."))])
    let run = try project.run("build", environment: ["PATH": "/nowhere"])
    #expect(run.exitCode == 74)
    #expect(
      run.errors == """
        error: the Swift compiler 'swiftc' is not on the PATH
        help: install Swift 6 from https://www.swift.org/install

        """)
    #expect(try project.files(in: "output").isEmpty)
  }

  @Test(.enabled(if: Machine.canMount, "mounts are not permitted"))
  func missingPackagesAreReported() throws {
    let project = try TestProject([("one", lesson("Words."))])
    let run = try project.shellWithMounts(
      """
      mount -t tmpfs none /usr/share/javascript
      "$gradus" build
      """)
    #expect(run.exitCode == 74)
    #expect(
      run.errors == """
        error: missing packages for formulas and code: libjs-katex libjs-highlight.js
        help: apt-get install libjs-katex libjs-highlight.js

        """)
  }

  /// Uses a compiler without `swift symbolgraph-extract`.
  @Test func aMissingSymbolGraphToolIsReported() throws {
    let project = try TestProject(
      [("one", lesson("```{swift}\nlet x = 1\n```"))], cache: .modules)
    let run = try project.shell(
      """
      mkdir tools
      ln -s "$(readlink -f "$(which swiftc)")" tools/swiftc
      cat >tools/swift <<'END'
      #!/bin/sh
      [ "$1" = symbolgraph-extract ] || exec "$(dirname "$(readlink -f "$(dirname "$0")/swiftc")")/swift" "$@"
      echo 'error: no such tool' >&2
      exit 1
      END
      chmod +x tools/swift
      PATH="$PWD/tools:$PATH" "$gradus" build
      """)
    #expect(run.exitCode == 74)
    #expect(
      run.errors == """
        error: cannot list the declarations of Engine: 'swift symbolgraph-extract' failed
        help: error: no such tool

        """)
    #expect(try project.files(in: "output").isEmpty)
  }
}
