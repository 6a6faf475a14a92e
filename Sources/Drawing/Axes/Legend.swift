import Markup

/// The legend of the series, above the plot; used when names do not fit beside their lines.
struct Legend {
  private struct Item {
    var series: Series
    var text: TextBlock
    var corner: Point
  }

  private static let swatch = 30.0
  private let items: [Item]
  private let size: Drawing.Size
  /// The height of the legend at the top of the drawing.
  let height: Double

  /// Lays out the named series in rows.
  init(_ series: [Series], _ size: Drawing.Size) {
    var items: [Item] = []
    var (x, y, rowHeight) = (0.0, 0.0, 0.0)
    for one in series {
      guard let name = one.name else { continue }
      let text = TextBlock(name, within: size.width - Self.swatch, size: size)
      if x > 0, x + Self.swatch + text.width > size.width {
        (x, y, rowHeight) = (0, y + rowHeight, 0)
      }
      items.append(Item(series: one, text: text, corner: Point(x: x, y: y)))
      x += Self.swatch + text.width + 18
      rowHeight = max(rowHeight, text.height + 2)
    }
    self.items = items
    self.size = size
    height = items.isEmpty ? 0 : y + rowHeight + 6
  }

  /// A sample of the marks and the name of each series.
  var svg: [HTML] {
    items.flatMap { item in
      let place = Point(x: item.corner.x + 12, y: item.corner.y + size.leading / 2)
      let corner = Point(x: item.corner.x + Self.swatch, y: item.corner.y)
      return sample(of: item.series, at: place)
        + item.text.svg(in: item.text.box(with: (0, 0), at: corner), SVGTextStyle())
    }
  }

  private func sample(of series: Series, at place: Point) -> [HTML] {
    let ends = [Point(x: place.x - 12, y: place.y), Point(x: place.x + 12, y: place.y)]
    let square = Box(
      left: place.x - 7, top: place.y - 6, right: place.x + 7, bottom: place.y + 6)
    var sample: [HTML] = []
    if !series.band.isEmpty { sample.append(PathElements.band(square.grown(by: 1), series.style)) }
    if series.hasArea {
      sample.append(PathElements.outlines([square.corners], "region \(series.style.colour)"))
    }
    if !series.rectangles.isEmpty || !series.histograms.isEmpty {
      sample.append(PathElements.rectangles([square], series.style))
    }
    if !series.barIntervals.isEmpty {
      sample.append(PathElements.bars([square], series.style, isSolid: true))
    }
    if !series.bars.isEmpty { sample.append(PathElements.bars([square], series.style)) }
    if series.hasEdges {
      sample.append(PathElements.edge(from: ends[0], to: ends[1], style: series.style))
    }
    if !series.path.isEmpty { sample += PathElements.arrowPaths([ends], series.style.colour) }
    if !series.line.isEmpty { sample.append(PathElements.line([ends], series.style)) }
    if !series.dots.isEmpty || series.hasMarkedVertices {
      sample.append(PathElements.dots([place], series.style))
    }
    return sample
  }
}
