/// Pictures of handwritten digits, 8 by 8 pixels each: 1,437 to train on, 360 to test with.
///
/// The test part of Optical Recognition of Handwritten Digits, by Ethem Alpaydin and Cenk Kaynak, 1998,
/// UCI Machine Learning Repository, doi.org/10.24432/C50P49, licence CC BY 4.0. The pictures are
/// shuffled once, always in the same way: in the file's order the last ones come from other writers and
/// are harder. Pixels are standardised by the one mean and the one deviation of all training pixels.
public struct Digits {
  /// The examples to train on.
  public let training: Examples
  /// The examples to test with, which no training has seen.
  public let test: Examples

  /// The digits, each picture as a tensor of `shape`: `[64]`, or `[1, 8, 8]` for a convolution, or
  /// `[16, 4]` for a sequence of four pixels at a time.
  ///
  /// Traps when the shape does not hold 64 numbers.
  public init(shape: [Int] = [64]) {
    require(
      shape.allSatisfy { $0 > 0 } && shape.elementCount == 64,
      "Digits: a picture of shape \(shape) does not hold 64 pixels")
    let images = DigitImages.all
    let x = Tensor(images.flatMap(\.pixels), shape: [images.count] + shape)
    var generator = SeededGenerator(seed: 0)
    let all = Examples(x: x, y: images.map(\.digit)).shuffled(using: &generator)
    let (training, test) = all.split(first: 1437)
    let statistics = training.x.statistics
    self.training = training.standardised(by: statistics)
    self.test = test.standardised(by: statistics)
  }
}

extension Examples {
  fileprivate func standardised(by statistics: Statistics) -> Examples {
    let (mean, std) = (Float(statistics.mean), Float(statistics.std))
    return Examples(x: noGrad { (x - mean) / std }, y: y)
  }
}
