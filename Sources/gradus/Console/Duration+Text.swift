extension Duration {
  /// The duration in a rounded form for people: `0.4 s`, `12 s`, `3 min`.
  var text: String {
    let seconds = self / .seconds(1)
    if seconds < 9.95 {
      let tenths = Int((seconds * 10).rounded())
      return "\(tenths / 10).\(tenths % 10) s"
    }
    return seconds < 119.5 ? "\(Int(seconds.rounded())) s" : "\(Int((seconds / 60).rounded())) min"
  }
}
