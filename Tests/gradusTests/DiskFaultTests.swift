import Foundation
import Testing

/// A disk that refuses is named, with the exit code that sysexits has for it, and nothing is lost.
@Suite struct DiskFaultTests {
  static let measured = lesson(
    """
    A formula $x^2$.

    ```{swift}
    let x = 1.5
    ```
    It is `{swift} x`.
    """)

  /// Whatever is drawn from random letters is too much for a small disk.
  static let large = lesson(String(repeating: "Many words. ", count: 20_000))

  let workshop: Workshop

  init() throws { workshop = try Workshop([("one", lesson("Words."))]) }

  /// What a build says that fails, with the workshop's own path left out.
  private func words(_ run: Workshop.Run) -> String {
    run.errors.replacing(workshop.folder.path, with: "…")
  }

  @Test(.enabled(if: Machine.canMount, "mounts are forbidden here"))
  func aFullDiskLeavesTheOldSite() throws {
    try workshop.write("large", DiskFaultTests.large)
    let run = try workshop.shellWithMounts(
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
      words(run).hasPrefix(
        """
        error: the site cannot be written to 'disk/output': \
        '…/disk/.output.gradus-draft/one.html' cannot be written: No space left on device
        help: nothing of the site that stood there is lost
        disk/output: 
        """))
    #expect(run.output == "exit 74\noutput\nmine\n")
  }

  @Test func aFileThatMayNotGrowLeavesTheOldSite() throws {
    _ = try workshop.run("build")
    let before = try workshop.files(in: "output")
    try workshop.write("lessons/one.md", DiskFaultTests.large)
    let run = try workshop.shell(#"exec "$gradus" build"#, through: ["prlimit", "--fsize=100000"])
    #expect(run.exitCode == 74)
    #expect(
      words(run) == """
        error: the site cannot be written to 'output': '…/.output.gradus-draft/one.html' cannot \
        be written: File too large
        help: nothing of the site that stood there is lost

        """)
    #expect(try workshop.files(in: "output") == before)
    #expect(try workshop.run("build").exitCode == 0)
  }

  @Test(.enabled(if: Machine.canMount, "mounts are forbidden here"))
  func aReadOnlyOutputIsNamed() throws {
    _ = try workshop.run("build")
    let before = try workshop.files(in: "output")
    try workshop.write("lessons/one.md", lesson("Other words."))
    let run = try workshop.shellWithMounts(
      """
      mount --bind output output; mount -o remount,ro,bind output
      "$gradus" build
      """)
    #expect(run.exitCode == 74)
    #expect(
      words(run) == """
        error: the site cannot be written to 'output': '…/output' cannot be written: Read-only file \
        system
        help: nothing of the site that stood there is lost

        """)
    #expect(try workshop.files(in: "output") == before)
  }

  @Test(.enabled(if: getuid() != 0, "permissions do not bind this user"))
  func anOutputThatNobodyMayWriteToIsNamed() throws {
    _ = try workshop.run("build")
    try workshop.write("lessons/one.md", lesson("Other words."))
    let run = try workshop.shell(#"chmod a-w output; "$gradus" build"#)
    #expect(run.exitCode == 74)
    #expect(words(run).contains("'…/output' cannot be written: Permission denied\n"))
  }

  @Test(.enabled(if: Machine.canMount, "mounts are forbidden here"))
  func anOutputThatIsAMountIsReplacedFileByFile() throws {
    try workshop.write("lessons/two.md", lesson("Words."))
    let run = try workshop.shellWithMounts(
      """
      mkdir output; mount -t tmpfs none output; echo mine >output/mine
      echo "title: C\nlessons: [one, two]" >lessons/course.yml; "$gradus" build
      echo "title: C\nlessons: [one]" >lessons/course.yml; rm lessons/two.md; "$gradus" build
      "$gradus" build
      ls -A output; find . -name '*draft*'
      """)
    let note = "note: 'output' cannot be exchanged; its files were replaced one by one"
    let said = run.errors.split(separator: "\n").map(String.init)
    #expect(said.count == 5 && said[0] == note && said[2] == note)
    #expect(said.last == "output: nothing has changed")
    let stands = Set(run.output.split(separator: "\n").map(String.init))
    #expect(stands.isSuperset(of: [".gradus-files", "index.html", "mine", "one.html"]))
    #expect(!run.output.contains("two") && !run.output.contains("draft"))
  }

  @Test(.enabled(if: Machine.canMount, "mounts are forbidden here"))
  func aMountInsideTheOutputStays() throws {
    _ = try workshop.run("build")
    try workshop.write("lessons/one.md", lesson("Other words."))
    let run = try workshop.shellWithMounts(
      """
      mkdir output/volume output/empty
      mount -t tmpfs none output/volume; mount -t tmpfs none output/empty; echo mine >output/volume/a
      "$gradus" build
      cat output/volume/a; mountpoint -q output/empty; find . -name '*draft*'
      """)
    #expect(run.exitCode == 0)
    #expect(run.output == "mine\n")
    #expect(run.errors.hasPrefix("note: 'output' cannot be exchanged;"))
  }

  @Test(
    .enabled(if: Machine.canMount, "mounts are forbidden here"),
    arguments: [
      "mount -t tmpfs -o ro none lessons/.gradus", "mount -t tmpfs -o size=4k none lessons/.gradus",
      "mount --bind lessons lessons; mount -o remount,ro,bind lessons",
    ])
  func aCacheThatCannotBeWrittenChangesNothingInTheSite(_ mount: String) throws {
    try workshop.write("lessons/one.md", DiskFaultTests.measured)
    #expect(try workshop.run("build", "--cache", "cache", "--output", "whole").exitCode == 0)
    let run = try workshop.shellWithMounts("mkdir -p lessons/.gradus; \(mount)\n\"$gradus\" build")
    #expect(run.exitCode == 0)
    #expect(try workshop.files(in: "output") == workshop.files(in: "whole"))
  }

  @Test(
    .enabled(if: Machine.canMount, "mounts are forbidden here"),
    arguments: ["size=600k", "size=64k", "nr_inodes=6"])
  func aFullFolderForTemporaryFilesIsNamed(_ option: String) throws {
    let body = "```{swift}\nprint(String(repeating: \"x\", count: 1_000_000))\n```"
    try workshop.write("lessons/one.md", lesson(body))
    let run = try workshop.shellWithMounts(
      """
      mkdir tmp; mount -t tmpfs -o \(option) none tmp
      TMPDIR=$PWD/tmp "$gradus" build || echo "exit $?"
      find tmp -name 'gradus-*'; ls
      """)
    let error = try Regex("error: '…/tmp/.*' cannot be written: No space left on device\n")
    #expect(words(run).wholeMatch(of: error) != nil, "\(words(run))")
    #expect(run.output == "exit 74\nlessons\ntmp\n")
  }

  @Test func aMissingFolderForTemporaryFilesIsNamed() throws {
    let folder = workshop.folder.path + "/nowhere"
    let run = try workshop.run("build", environment: ["TMPDIR": folder])
    #expect(run.exitCode == 74)
    #expect(words(run) == "error: '…/nowhere/' cannot be written: No such file or directory\n")
  }

  @Test func whatNobodyCanTakeIsNotLostSilently() throws {
    try workshop.write("lessons/one.md", DiskFaultTests.measured)
    #expect(try workshop.shell(#""$gradus" build 2>/dev/full"#).exitCode == 0)
    let run = try workshop.shell(#""$gradus" program one >/dev/full"#)
    #expect(run.exitCode == 74)
    #expect(run.errors == "error: standard output cannot be written: No space left on device\n")
  }
}
