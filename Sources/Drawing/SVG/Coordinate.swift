/// Formats a coordinate to a tenth of a pixel, without trailing zeros.
package func coordinate(_ value: Double) -> String {
  let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
  let magnitude = tenths.magnitude
  let sign = tenths < 0 ? "-" : ""
  let fraction = magnitude % 10
  return fraction == 0 ? "\(sign)\(magnitude / 10)" : "\(sign)\(magnitude / 10).\(fraction)"
}

/// Path data of a polyline: `M` to its first point, then lines.
package func path(along points: [Point]) -> String {
  var data = ""
  for (index, point) in points.enumerated() {
    data += index == 0 ? "M" : index == 1 ? "L" : " "
    data += coordinate(point.x)
    data += ","
    data += coordinate(point.y)
  }
  return data
}
