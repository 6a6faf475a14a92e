import Foundation
import Testing

/// The start script, run with a fake compiler that prints its arguments.
@Suite struct StartScriptTests {
  static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "gradus")

  /// Runs a shell script in which `root` is the folder of a copy of the start script.
  private func run(inFolder name: String, _ text: String) throws -> TestProject.Run {
    let project = try TestProject([])
    try project.write("\(name)/gradus", Data(contentsOf: Self.script))
    try project.write(
      "tools/swift",
      #"""
      #!/bin/sh
      [ "$1" = --version ] && echo "Swift version 6" && exit
      printf 'swift: %s\n' "$*" >&3
      printf 'home: %s\n' "$HOME" >&3
      printf '[1/3] Compiling Engine A.swift\n[2/3] Compiling Engine B.swift\n'
      printf '[3/3] Compiling Pages C.swift\n'
      [ -z "${BROKEN:-}" ] || { echo 'C.swift:1: error: broken' >&2; exit 1; }
      mkdir -p "$3/.build/release"
      printf '#!/bin/sh\nprintf "ran: %%s\\n" "$@"\n' >"$3/.build/release/gradus"
      chmod +x "$3/.build/release/gradus"
      """#)
    try project.write("tools/dpkg-query", "#!/bin/sh\necho 'install ok installed'\n")
    let folder = project.folder.path
    let run = try project.shell(
      """
      root="$PWD/$NAME"
      chmod +x tools/* "$root/gradus"
      export PATH="$PWD/tools:$PATH" OPENBLAS_CORETYPE=HASWELL
      exec 3>&1

      """ + text, environment: ["NAME": name])
    return TestProject.Run(
      exitCode: run.exitCode, output: run.output.replacing(folder, with: "…"),
      errors: run.errors.replacing(folder, with: "…"))
  }

  @Test(arguments: ["it's here", "$HOME #1 (a) & b; *", "-dash", "größe 漢字"])
  func theScriptWorksInAnyFolderAndThroughALink(name: String) throws {
    let run = try run(
      inFolder: name,
      #"""
      mkdir -p elsewhere "a bin"; ln -s "$root/gradus" "a bin/gradus"; cd elsewhere
      export HOME=/tmp
      "../a bin/gradus" why --course "two words"
      """#)
    #expect(run.exitCode == 0)
    #expect(
      run.output == """
        swift: build --package-path …/\(name) -c release -Xcc -march=native
        home: /tmp
        ran: why
        ran: --course
        ran: two words

        """)
    #expect(run.errors == Self.firstBuild)
  }

  /// The progress of a first build that is not on a terminal.
  private static let firstBuild = """
    gradus: building for the first time; this takes a few minutes
    gradus: compiling Engine
    gradus: compiling Pages

    """

  @Test func laterBuildsAreSilent() throws {
    let run = try run(inFolder: "g", #""$root/gradus" why && "$root/gradus" why"#)
    #expect(run.errors == Self.firstBuild)
  }

  @Test func aBuildThatFailsShowsTheCompilersMessages() throws {
    let log = """
      [1/3] Compiling Engine A.swift
      [2/3] Compiling Engine B.swift
      [3/3] Compiling Pages C.swift
      C.swift:1: error: broken
      gradus: cannot build Gradus

      """
    let first = try run(inFolder: "g", #"BROKEN=1 "$root/gradus" why"#)
    #expect(first.exitCode == 70)
    #expect(first.errors == Self.firstBuild + log)
    let later = try run(
      inFolder: "g", #""$root/gradus" why 2>/dev/null; BROKEN=1 "$root/gradus" why"#)
    #expect(later.exitCode == 70)
    #expect(later.errors == log)
  }

  @Test(arguments: ["a \"quoted\" one", "back\\slash", "line\nend"])
  func foldersThatSwiftPMCannotUseAreReported(name: String) throws {
    let run = try run(inFolder: name, #""$root/gradus" build"#)
    #expect(run.exitCode == 74)
    #expect(run.output == "")
    #expect(
      run.errors == """
        gradus: Gradus cannot be built in '…/\(name)': SwiftPM does not support folder names with a \
        quotation mark, a backslash or a line feed. Move Gradus to another folder; a course can be in \
        any folder.

        """)
  }

  @Test(arguments: ["unset HOME", "HOME=", "HOME=/nonexistent"])
  func aMissingHomeIsReplaced(_ change: String) throws {
    let run = try run(inFolder: "g", "\(change); \"$root/gradus\" build")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("home: …/g/.build/home\n"))
  }

  @Test(.enabled(if: Machine.canMount, "mounts are not permitted"))
  func aReadOnlyFolderRunsTheExistingBuild() throws {
    let script = #"""
      unshare -m sh -ec '
        mount --bind "$0" "$0"; mount -o remount,ro,bind "$0"; exec "$0/gradus" why' "$root"
      """#
    let built = try run(inFolder: "g", "\"$root/gradus\" build >/dev/null 3>&1\n" + script)
    #expect(built.exitCode == 0)
    #expect(built.output == "ran: why\n")
    let never = try run(inFolder: "g", script)
    #expect(never.exitCode == 74)
    #expect(
      never.errors == """
        gradus: '…/g' is read-only and has no build for this machine: build it as its owner, or copy the \
        folder

        """)
  }
}
