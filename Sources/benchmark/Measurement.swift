import Glibc

/// The times of a repeated workload.
struct Measurement {
  private let name: String
  /// Microseconds, in ascending order.
  private let times: [Double]
  private let peakMegabytes: Int
  /// Further fields of the JSON object, such as `"threads":1`.
  private let note: String

  /// Warms up for half a second, then times steps for three seconds, at least ten of them.
  init(of name: String, step: () -> Void) {
    let warmUpEnd = now() + 5e5
    repeat { step() } while now() < warmUpEnd
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

  /// Creates a measurement from times in microseconds.
  init(of name: String, _ times: [Double], peakMegabytes: Int, note: String) {
    self.name = name
    self.times = times.sorted()
    self.peakMegabytes = peakMegabytes
    self.note = note
  }

  /// The measurement as one line of JSON.
  var line: String {
    let median = times[times.count / 2]
    let least = times[0]
    return """
      {"workload":"\(name)","median_us":\(rounded(median)),"min_us":\(rounded(least)),\
      "reps":\(times.count),"peak_mb":\(peakMegabytes),\(note)}
      """
  }

  private func rounded(_ time: Double) -> Double { (time * 10).rounded() / 10 }
}

/// The time of a monotonic clock in microseconds.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}
