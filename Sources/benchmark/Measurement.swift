import Glibc

/// How long the steps of a workload take.
struct Measurement {
  private let name: String
  /// Microseconds, the shortest first.
  private let times: [Double]

  /// Warms up for half a second, then times steps for three seconds, but at least ten of them.
  init(of name: String, step: () -> Void) {
    self.name = name
    let warm = now() + 5e5
    repeat { step() } while now() < warm
    var times: [Double] = []
    let end = now() + 3e6
    while times.count < 10 || (now() < end && times.count < 10_000) {
      let start = now()
      step()
      times.append(now() - start)
    }
    self.times = times.sorted()
  }

  /// One JSON object in a line.
  var line: String {
    let (median, least) = (times[times.count / 2], times[0])
    return """
      {"workload":"\(name)","median_us":\(rounded(median)),"min_us":\(rounded(least)),\
      "reps":\(times.count),"peak_mb":\(peakMegabytes),"threads":1}
      """
  }

  private func rounded(_ time: Double) -> Double { (time * 10).rounded() / 10 }

  /// The most memory that this process has held so far.
  private var peakMegabytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}

/// Microseconds since some moment.
private func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}
