import Lessons

/// What is wrong with a picture's address by itself; nil for a file's path.
///
/// Pages work without a network, so every picture comes along with the site. One that is written into
/// its address, `data:image/…`, does.
func pictureFault(_ source: String, at place: Place) -> Diagnostic? {
  let help =
    "put the picture into the course's folder, and name it by its path there: ![words](a.png)"
  guard LocalAddress.leadsOut(source) else { return nil }
  let address = source.lowercased()
  if address.hasPrefix("data:image/") { return nil }
  // Browsers run it: that has been said already.
  if address.hasPrefix("javascript:") { return nil }
  let isRemote = ["http:", "https:", "//"].contains { address.hasPrefix($0) }
  let shown = source.count > 60 ? source.prefix(60) + "…" : source[...]
  return .error(
    .link, place,
    isRemote
      ? "the picture '\(shown)' is on the net, and pages work offline"
      : "the picture '\(shown)' is no file of the course",
    help: help)
}
