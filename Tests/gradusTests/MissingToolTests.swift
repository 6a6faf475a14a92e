import Testing

/// What a build needs and does not find is named, with what installs it.
@Suite struct MissingToolTests {
  @Test func theCompiler() throws {
    let workshop = try Workshop([("one", lesson("Words."))])
    let run = try workshop.run("build", environment: ["PATH": "/nowhere"])
    #expect(run.exitCode == 74)
    #expect(
      run.errors == """
        error: the Swift compiler 'swiftc' is not on the PATH
        help: install Swift 6 from https://www.swift.org/install

        """)
    #expect(try workshop.files(in: "output").isEmpty)
  }

  @Test(.enabled(if: Machine.canMount, "mounts are forbidden here"))
  func packages() throws {
    let workshop = try Workshop([("one", lesson("Words."))])
    let run = try workshop.shellWithMounts(
      """
      mount -t tmpfs none /usr/share/javascript
      "$gradus" build
      """)
    #expect(run.exitCode == 74)
    #expect(
      run.errors == """
        error: what sets mathematics and code is missing: libjs-katex libjs-highlight.js
        help: apt-get install libjs-katex libjs-highlight.js

        """)
  }

  /// A compiler without the tool that lists what a module declares.
  @Test func whatListsTheNamesThatACellCanUse() throws {
    let workshop = try Workshop(
      [("one", lesson("```{swift}\nlet x = 1\n```"))], cache: .modules)
    let run = try workshop.shell(
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
        error: what a cell can use of Engine cannot be listed: 'swift symbolgraph-extract' fails
        help: error: no such tool

        """)
    #expect(try workshop.files(in: "output").isEmpty)
  }
}
