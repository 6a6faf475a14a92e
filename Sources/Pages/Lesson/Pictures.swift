import Lessons

/// The problem with a picture's address; nil for a file's path.
///
/// Pages work offline, so pictures must be files of the site or `data:image/…` addresses.
func pictureProblem(_ source: String, at place: Place) -> Diagnostic? {
  let help =
    "put the picture in the course's folder and use its path there: ![alt text](a.png)"
  guard LocalAddress.isExternal(source) else { return nil }
  let address = source.lowercased()
  if address.hasPrefix("data:image/") { return nil }
  // Reading the lesson reports these already, since browsers would run them.
  if address.hasPrefix("javascript:") { return nil }
  let isRemote = ["http:", "https:", "//"].contains { address.hasPrefix($0) }
  let shown = source.count > 60 ? source.prefix(60) + "…" : source[...]
  return .error(
    .link, place,
    isRemote
      ? "the picture '\(shown)' is remote, but pages must work offline"
      : "the picture '\(shown)' is not a file of the course",
    help: help)
}
