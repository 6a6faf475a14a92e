import Charts
import Markup

/// Draws distributions above their baselines, from back to front.
struct RidgeLayer {
  /// The height of a ridge relative to the distance between baselines.
  static let overlap = 1.5

  private var ridges: [(style: SeriesStyle, outline: [Point])] = []
  private(set) var dataPoints: [DataPoints.Group] = []
  private(set) var omissions = Omissions()
  private(set) var downsampling = DownsamplingReport()

  init(_ prepared: PreparedChart, _ layout: Layout) {
    let marks = prepared.chart.marks.compactMap { mark -> (Ridge, String?)? in
      guard case .ridge(let ridge) = mark.shape else { return nil }
      return (ridge, mark.series)
    }
    guard !marks.isEmpty else { return }
    let height = Self.height(prepared, layout)
    for (ridge, series) in marks {
      omissions.record(ridge)
      guard let base = Self.base(of: ridge.y, layout) else {
        omissions.record(
          layout.y.omissionReason(of: ridge.y) ?? .outside, at: nil, of: SeriesStyle(index: 0))
        continue
      }
      let style = prepared.series.first { $0.name == series }?.style ?? SeriesStyle(index: 0)
      let (outline, peak) = Self.outline(ridge, base, height: height, layout: layout)
      ridges.append((style, outline))
      if let last = dataPoints.last, last.name == series {
        dataPoints[dataPoints.count - 1].dataPoints.append(peak)
      } else {
        dataPoints.append(DataPoints.Group(name: series, colour: style.colour, dataPoints: [peak]))
      }
    }
    ridges.sort { ($0.outline.first?.y ?? 0) < ($1.outline.first?.y ?? 0) }
    downsample(atMost: layout.budget.maxCount(bytesEach: 9))
  }

  var svg: [HTML] { ridges.map { PathElements.outlines([$0.outline], "ridge \($0.style.colour)") } }

  /// The numeric baselines of the ridges, in ascending order.
  static func places(_ chart: Chart) -> [Double] {
    let all = chart.marks.compactMap { mark -> Double? in
      guard case .ridge(let ridge) = mark.shape else { return nil }
      return ridge.y.number
    }
    return Set(all.filter(\.isFinite)).sorted()
  }

  /// The minimum distance between baselines; 1 if there is only one.
  static func gap(_ places: [Double]) -> Double {
    zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? 1
  }

  private static func height(_ prepared: PreparedChart, _ layout: Layout) -> Double {
    if let bands = layout.y.bands { return 0.9 * bands.step }
    let places = prepared.ridgePlaces
    guard let first = places.first, let low = layout.y.position(of: .number(first)),
      let high = layout.y.position(of: .number(first + gap(places)))
    else { return 0 }
    return overlap * (high - low).magnitude
  }

  private static func base(of y: Datum, _ layout: Layout) -> Double? {
    guard layout.y.omissionReason(of: y) == nil else { return nil }
    return layout.y.position(of: y).map { $0 + (layout.y.bands?.step ?? 0) / 2 }
  }

  private static func outline(_ ridge: Ridge, _ base: Double, height: Double, layout: Layout)
    -> (outline: [Point], peak: DataPoints.Item)
  {
    let largest = max(1, ridge.counts.max() ?? 1)
    func x(_ bin: Int, _ fraction: Double) -> Double {
      let value = ridge.edge(bin) * (1 - fraction) + ridge.edge(bin + 1) * fraction
      let position = layout.x.position(of: .number(value)) ?? layout.plot.left
      return min(max(position, layout.plot.left), layout.plot.right)
    }
    let bins = ridge.counts.indices
    let first = max(0, (ridge.counts.firstIndex { $0 > 0 } ?? 0) - 1)
    let last = min(bins.upperBound - 1, (ridge.counts.lastIndex { $0 > 0 } ?? 0) + 1)
    let top = (first...max(first, last)).map { bin in
      Point(x: x(bin, 0.5), y: base - ridge.counts[bin] / largest * height)
    }
    let ends = [Point(x: x(first, 0), y: base), Point(x: x(last, 1), y: base)]
    let mode = ridge.counts.firstIndex(of: largest) ?? 0
    let middle = Datum.number(ridge.edge(mode) / 2 + ridge.edge(mode + 1) / 2)
    let peak = DataPoints.Item(
      place: Point(x: x(mode, 0.5), y: base - height * (ridge.counts[mode] / largest)),
      text: "\(ridge.y): \(middle)")
    return ([ends[0]] + top + [ends[1]], peak)
  }

  private mutating func downsample(atMost count: Int) {
    let simplified = Downsampling.outlines(ridges.map(\.outline), atMost: count)
    for index in ridges.indices { ridges[index].outline = simplified.outlines[index] }
    let vertices = simplified.outlines.reduce(0) { $0 + $1.count }
    downsampling.record(vertices: vertices, within: simplified.distance, bytes: 9)
  }
}
