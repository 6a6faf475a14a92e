import Foundation
import Testing

/// How much memory of this process is its own, in KiB: counted page by page, since the kernel's quick
/// figures lag behind by as much as a processor has not yet handed in.
func ownMemory() throws -> Int {
  let report = try String(contentsOfFile: "/proc/self/smaps_rollup", encoding: .utf8)
  let line = try #require(report.split(separator: "\n").first { $0.hasPrefix("Anonymous:") })
  return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
}
