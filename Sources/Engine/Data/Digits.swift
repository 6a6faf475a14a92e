/// Images of handwritten digits, 8 by 8 pixels each: 1,437 for training and 360 for testing.
///
/// The test part of Optical Recognition of Handwritten Digits, by Ethem Alpaydin and Cenk Kaynak, 1998,
/// UCI Machine Learning Repository, doi.org/10.24432/C50P49, licence CC BY 4.0. The images are shuffled
/// with a fixed seed, since the last ones of the file are from other writers and harder. Pixels are
/// standardised with the mean and the standard deviation of all training pixels.
public struct Digits {
  /// The training examples.
  public let training: Examples
  /// The test examples.
  public let test: Examples

  /// The digits, each image as a tensor of `shape`: `[64]`, or `[1, 8, 8]` for a convolution, or `[16, 4]`
  /// for a sequence of four pixels at a time.
  ///
  /// Traps when the shape does not hold 64 numbers.
  public init(shape: [Int] = [64]) {
    require(
      shape.allSatisfy { $0 > 0 } && shape.elementCount == 64,
      "Digits: an image of shape \(shape) does not hold 64 pixels")
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
