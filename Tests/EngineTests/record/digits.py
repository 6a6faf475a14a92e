"""Writes DigitImages.swift from the CSV of the digits: python digits.py digits.csv > DigitImages.swift

One letter per pixel, from a for 0 to q for 16, then the digit; five images per line.
"""

import csv
import sys

HEAD = '''\
// swift-format-ignore-file
/// The images of ``Digits``, in the order of their file: 64 letters from a for 0 to q for 16, row by row,
/// and then the digit.
///
/// Source: Alpaydin, E. and Kaynak, C. (1998), Optical Recognition of Handwritten Digits, UCI Machine
/// Learning Repository, https://doi.org/10.24432/C50P49, file optdigits.tes. Licence: Creative Commons
/// Attribution 4.0 International (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/. Changed in
/// encoding only, by Tests/EngineTests/record/digits.py. (A resource embedded in code takes the compiler a
/// minute; a string literal takes no time.)
enum DigitImages {
  static let all = text.utf8Start.images(text.utf8CodeUnitCount / 65)

  private static let text: StaticString = """
'''

TAIL = '''\
    """
}

extension UnsafePointer<UInt8> {
  fileprivate func images(_ count: Int) -> [(pixels: [Float], digit: Int)] {
    (0..<count).map { image in
      let start = self + image * 65
      return (
        (0..<64).map { Float(start[$0]) - Float(UInt8(ascii: "a")) },
        Int(start[64] - UInt8(ascii: "0"))
      )
    }
  }
}
'''


def encoded(row):
    return "".join(chr(ord("a") + int(pixel)) for pixel in row[:64]) + row[64]


with open(sys.argv[1]) as file:
    images = [encoded(row) for row in csv.reader(file)]
lines = ["".join(images[i : i + 5]) for i in range(0, len(images), 5)]
print(HEAD + "\\\n".join(f"    {line}" for line in lines))
print(TAIL, end="")
