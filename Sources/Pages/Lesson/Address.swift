import Markup

/// An address as it stands in an attribute: what no address may hold is written in percent, as
/// CommonMark's reference implementation does it.
func address(_ destination: String) -> HTML {
  var text = ""
  for byte in destination.utf8 {
    switch byte {
    case UInt8(ascii: "&"): text += "&amp;"
    case UInt8(ascii: "'"): text += "&#x27;"
    case _ where isSafe(byte): text.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let hex = String(byte, radix: 16, uppercase: true)
      text += hex.count == 1 ? "%0\(hex)" : "%\(hex)"
    }
  }
  return HTML(unescaped: text)
}

private func isSafe(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "-_.+!*(),%#@?=;:/$~".utf8.contains(byte)
  }
}

/// The address of a file of the site, by its path there: a name may hold what an address uses for
/// itself, as `#`, `?`, `%` and the colon of a scheme.
func address(ofFile path: String) -> String {
  var bytes: [UInt8] = []
  for byte in path.utf8 {
    if byte > 0x20, byte != 0x7F, !##""#%':;<>?[\]^`{|}&+"##.utf8.contains(byte) {
      bytes.append(byte)
    } else {
      let hex = String(byte, radix: 16, uppercase: true)
      bytes += (hex.count == 1 ? "%0\(hex)" : "%\(hex)").utf8
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
