import Markup

/// Encodes an address for an attribute: characters that addresses cannot contain are
/// percent-encoded, as in CommonMark's reference implementation.
func address(_ destination: String) -> HTML {
  var text = ""
  for byte in destination.utf8 {
    switch byte {
    case UInt8(ascii: "&"): text += "&amp;"
    case UInt8(ascii: "'"): text += "&#x27;"
    case _ where isLetterOrDigit(byte) || "-_.+!*(),%#@?=;:/$~".utf8.contains(byte):
      text.unicodeScalars.append(Unicode.Scalar(byte))
    default: text += percent(byte)
    }
  }
  return HTML(unescaped: text)
}

/// The address of a file: all characters with a meaning in addresses are percent-encoded, so a file
/// can have any name.
func address(ofPath path: String) -> String {
  path.utf8.reduce(into: "") { text, byte in
    if isLetterOrDigit(byte) || "-_.~/".utf8.contains(byte) {
      text.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      text += percent(byte)
    }
  }
}

/// The address of a lesson's page.
func pageAddress(of lesson: String) -> String { address(ofPath: "\(lesson).html") }

private func percent(_ byte: UInt8) -> String {
  let hex = String(byte, radix: 16, uppercase: true)
  return hex.count == 1 ? "%0\(hex)" : "%\(hex)"
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}
