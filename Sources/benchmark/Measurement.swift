import Glibc

/// How long a workload takes, each time it is done.
struct Measurement {
  private let name: String
  /// Microseconds, the shortest first.
  private let times: [Double]
  private let peakMegabytes: Int
  /// More of the JSON object, such as `"threads":1`.
  private let note: String

  /// Warms up for half a second, then times steps for three seconds, but at least ten of them.
  init(of name: String, step: () -> Void) {
    let warm = now() + 5e5
    repeat { step() } while now() < warm
    var times: [Double] = []
    let end = now() + 3e6
    while times.count < 10 || (now() < end && times.count < 10_000) {
      let start = now()
      step()
      times.append(now() - start)
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    self.init(of: name, times, peakMegabytes: usage.ru_maxrss / 1024, note: "\"threads\":1")
  }

  /// Times in microseconds that have been taken.
  init(of name: String, _ times: [Double], peakMegabytes: Int, note: String) {
    (self.name, self.times) = (name, times.sorted())
    (self.peakMegabytes, self.note) = (peakMegabytes, note)
  }

  /// One JSON object in a line.
  var line: String {
    let (median, least) = (times[times.count / 2], times[0])
    return """
      {"workload":"\(name)","median_us":\(rounded(median)),"min_us":\(rounded(least)),\
      "reps":\(times.count),"peak_mb":\(peakMegabytes),\(note)}
      """
  }

  private func rounded(_ time: Double) -> Double { (time * 10).rounded() / 10 }
}

/// Microseconds since some moment.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}
