import Foundation
import Testing

/// Disk errors are reported with their path and the exit code of sysexits, and no file is lost.
@Suite struct DiskFailureTests {
  static let measured = lesson(
    """
    A formula $x^2$.

    ```{swift}
    let x = 1.5
    ```
    It is `{swift} x`.
    """)

  /// A lesson too large for a small disk.
  static let large = lesson(String(repeating: "Many words. ", count: 20_000))

  let project: TestProject

  init() throws { project = try TestProject([("one", lesson("Words."))], cache: .modules) }

  /// The messages of a build, with the path of the project replaced by `…`.
  private func messages(_ run: TestProject.Run) -> String {
    run.errors.replacing(project.folder.path, with: "…")
  }

  @Test(.enabled(if: Machine.canMount, "mounts are not permitted"))
  func aFullDiskKeepsTheOldSite() throws {
    try project.write("large", DiskFailureTests.large)
    let run = try project.shellWithMounts(
      """
      mkdir disk; mount -t tmpfs -o size=200k none disk
      "$gradus" build --output disk/output 2>/dev/null
      echo mine >disk/output/mine; cp -a disk/output before
      cp large lessons/one.md
      "$gradus" build --output disk/output || echo "exit $?"
      diff -r before disk/output; ls -A disk
      mount -o remount,size=2M disk
      "$gradus" build --output disk/output; cat disk/output/mine
      """)
    #expect(
      messages(run).hasPrefix(
        """
        error: the site cannot be written to 'disk/output': \
        '…/disk/.output.gradus-draft/one.html' cannot be written: No space left on device
        help: the previous site is unchanged
        disk/output: 
        """))
    #expect(run.output == "exit 74\noutput\nmine\n")
  }

  @Test func aFileSizeLimitKeepsTheOldSite() throws {
    _ = try project.run("build")
    let before = try project.files(in: "output")
    try project.write("lessons/one.md", DiskFailureTests.large)
    let run = try project.shell(#"exec "$gradus" build"#, through: ["prlimit", "--fsize=100000"])
    #expect(run.exitCode == 74)
    #expect(
      messages(run) == """
        error: the site cannot be written to 'output': '…/.output.gradus-draft/one.html' cannot \
        be written: File too large
        help: the previous site is unchanged

        """)
    #expect(try project.files(in: "output") == before)
    #expect(try project.run("build").exitCode == 0)
  }

  @Test(.enabled(if: Machine.canMount, "mounts are not permitted"))
  func aReadOnlyOutputIsReported() throws {
    _ = try project.run("build")
    let before = try project.files(in: "output")
    try project.write("lessons/one.md", lesson("Other words."))
    let run = try project.shellWithMounts(
      """
      mount --bind output output; mount -o remount,ro,bind output
      "$gradus" build
      """)
    #expect(run.exitCode == 74)
    #expect(
      messages(run) == """
        error: the site cannot be written to 'output': '…/output' cannot be written: Read-only file \
        system
        help: the previous site is unchanged

        """)
    #expect(try project.files(in: "output") == before)
  }

  @Test(.enabled(if: getuid() != 0, "root ignores permissions"))
  func anUnwritableOutputIsReported() throws {
    _ = try project.run("build")
    try project.write("lessons/one.md", lesson("Other words."))
    let run = try project.shell(#"chmod a-w output; "$gradus" build"#)
    #expect(run.exitCode == 74)
    #expect(messages(run).contains("'…/output' cannot be written: Permission denied\n"))
  }

  @Test(.enabled(if: Machine.canMount, "mounts are not permitted"))
  func aMountedOutputIsReplacedFileByFile() throws {
    try project.write("lessons/two.md", lesson("Words."))
    let run = try project.shellWithMounts(
      """
      mkdir output; mount -t tmpfs none output; echo mine >output/mine
      echo "title: C\nlessons: [one, two]" >lessons/course.yml; "$gradus" build
      echo "title: C\nlessons: [one]" >lessons/course.yml; rm lessons/two.md; "$gradus" build
      "$gradus" build
      ls -A output; find . -name '*draft*'
      """)
    let note = "note: 'output' cannot be swapped as a whole; its files were replaced one by one"
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 5 && lines[0] == note && lines[2] == note)
    #expect(lines.last == "output: nothing has changed")
    let files = Set(run.output.split(separator: "\n").map(String.init))
    #expect(files.isSuperset(of: [".gradus-files", "index.html", "mine", "one.html"]))
    #expect(!run.output.contains("two") && !run.output.contains("draft"))
  }

  @Test(.enabled(if: Machine.canMount, "mounts are not permitted"))
  func aMountInsideTheOutputIsKept() throws {
    _ = try project.run("build")
    try project.write("lessons/one.md", lesson("Other words."))
    let run = try project.shellWithMounts(
      """
      mkdir output/volume output/empty
      mount -t tmpfs none output/volume; mount -t tmpfs none output/empty; echo mine >output/volume/a
      "$gradus" build
      cat output/volume/a; mountpoint -q output/empty; find . -name '*draft*'
      """)
    #expect(run.exitCode == 0)
    #expect(run.output == "mine\n")
    #expect(run.errors.hasPrefix("note: 'output' cannot be swapped as a whole;"))
  }

  @Test(
    .enabled(if: Machine.canMount, "mounts are not permitted"),
    arguments: [
      "mount -t tmpfs -o ro none lessons/.gradus", "mount -t tmpfs -o size=4k none lessons/.gradus",
      "mount --bind lessons lessons; mount -o remount,ro,bind lessons",
    ])
  func anUnwritableCacheDoesNotChangeTheSite(_ mount: String) throws {
    try project.write("lessons/one.md", DiskFailureTests.measured)
    #expect(try project.run("build", "--cache", "cache", "--output", "whole").exitCode == 0)
    let run = try project.shellWithMounts("mkdir -p lessons/.gradus; \(mount)\n\"$gradus\" build")
    #expect(run.exitCode == 0)
    #expect(try project.files(in: "output") == project.files(in: "whole"))
  }

  @Test(
    .enabled(if: Machine.canMount, "mounts are not permitted"),
    arguments: ["size=600k", "size=64k", "nr_inodes=6"])
  func aFullTemporaryFolderIsReported(_ option: String) throws {
    let body = "```{swift}\nprint(String(repeating: \"x\", count: 1_000_000))\n```"
    try project.write("lessons/one.md", lesson(body))
    let run = try project.shellWithMounts(
      """
      mkdir tmp; mount -t tmpfs -o \(option) none tmp
      TMPDIR=$PWD/tmp "$gradus" build || echo "exit $?"
      find tmp -name 'gradus-*'; ls
      """)
    let error = try Regex("error: '…/tmp/.*' cannot be written: No space left on device\n")
    #expect(messages(run).wholeMatch(of: error) != nil, "\(messages(run))")
    #expect(run.output == "exit 74\nlessons\ntmp\n")
  }

  @Test func aMissingTemporaryFolderIsReported() throws {
    let folder = project.folder.path + "/nowhere"
    let run = try project.run("build", environment: ["TMPDIR": folder])
    #expect(run.exitCode == 74)
    #expect(messages(run) == "error: '…/nowhere/' cannot be written: No such file or directory\n")
  }

  @Test func unwritableStandardOutputIsAnError() throws {
    try project.write("lessons/one.md", DiskFailureTests.measured)
    #expect(try project.shell(#""$gradus" build 2>/dev/full"#).exitCode == 0)
    let run = try project.shell(#""$gradus" program one >/dev/full"#)
    #expect(run.exitCode == 74)
    #expect(run.errors == "error: cannot write to standard output: No space left on device\n")
  }
}
