extension GradientMonitor: CustomStringConvertible {
  /// A summary of the latest step and tables with one row for each parameter and each watched value.
  public var description: String {
    guard steps > 0 else { return "No step has been recorded." }
    let tables = [parameterTable] + (watched.isEmpty ? [] : [activationTable])
    return (["Step \(steps): \(summary)"] + tables).joined(separator: "\n\n")
  }

  private var summary: String {
    if let fault { return fault.description }
    let counts = [Verdict.exploding, .vanishing].map { kind in
      (kind, verdicts.count { $0 == kind })
    }
    let problems = counts.filter { $0.1 > 0 }.map { "\($0.1) of \(names.count) \($0.0.rawValue)" }
    return problems.isEmpty
      ? "all \(names.count) gradients healthy" : problems.joined(separator: ", ")
  }

  private var parameterTable: String {
    let measured = !updates.isEmpty
    let head = ["parameter", "shape", "‖∂L/∂w‖"] + (measured ? ["‖Δw‖/‖w‖"] : []) + [""]
    let rows = names.indices.map { i in
      [names[i], tensors[i].shape.map(String.init).joined(separator: "×"), short(norms[i])]
        + (measured ? [short(updates[i])] : []) + [verdicts[i].rawValue]
    }
    return table([head] + rows) + "\nfirst weight / last weight: \(short(ratio))"
  }

  private var activationTable: String {
    let (dead, saturated) = (deadShares, saturatedShares)
    let rows = watched.indices.map { i in
      [
        watched[i].title, short(activationNorms[i]), percent(dead[i]),
        saturated[i].map(percent) ?? "–", thresholds.verdict(activationNorms[i]).rawValue,
      ]
    }
    return table([["value", "‖∂L/∂a‖", "dead", "saturated", ""]] + rows)
      + "\nfirst / last: \(short(activationRatio))"
  }
}

extension Watched {
  /// `1 Tanh`, or the name alone.
  fileprivate var title: String { kind.map { "\(name) \($0)" } ?? name }
}

/// Rows of cells in aligned columns: the first and the last left-aligned, the others right-aligned.
private func table(_ rows: [[String]]) -> String {
  let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  return rows.map { row in
    let cells = row.indices.map { column in
      let padding = String(repeating: " ", count: widths[column] - row[column].count)
      let isText = column == 0 || column == row.count - 1
      return isText ? row[column] + padding : padding + row[column]
    }
    let line = cells.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }.joined(separator: "\n")
}

/// A number with three significant digits: `1.31e-02`.
private func short(_ x: Double) -> String {
  if x.isNaN { return "NaN" }
  if x.isInfinite { return x > 0 ? "∞" : "−∞" }
  return formatted("%.2e", x)
}

private func percent(_ share: Double) -> String {
  share.isNaN ? "NaN" : formatted("%.0f%%", 100 * share)
}
