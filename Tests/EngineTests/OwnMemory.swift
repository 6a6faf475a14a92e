import Foundation
import Testing

/// The anonymous memory of this process in KiB, counted page by page, since the kernel's fast counters are
/// updated per processor and lag behind.
func ownMemory() throws -> Int {
  let report = try String(contentsOfFile: "/proc/self/smaps_rollup", encoding: .utf8)
  let line = try #require(report.split(separator: "\n").first { $0.hasPrefix("Anonymous:") })
  return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
}
