import Foundation
import Testing

@testable import Diffusion

/// The loss of CLIP.
@Suite struct ContrastiveLossTests {
  private static func rows(_ count: Int, step: Int) -> [Double] {
    var stream = Randomness(seed: 9).stream(.data, step: step)
    return stream.normalPoints(count / 2).flatMap { [$0.x, $0.y] }
  }

  @Test("Its gradients are those of differences, for pictures and for texts")
  func gradients() {
    let (pictures, texts) = (Self.rows(24, step: 1), Self.rows(24, step: 2))
    let result = ContrastiveLoss.loss(pictures: pictures, texts: texts, width: 4)
    let step = 1e-6
    for index in 0..<24 {
      func moved(_ values: [Double], _ by: Double) -> [Double] {
        var values = values
        values[index] += by
        return values
      }
      let ofPicture =
        (ContrastiveLoss.loss(pictures: moved(pictures, step), texts: texts, width: 4).loss
          - ContrastiveLoss.loss(pictures: moved(pictures, -step), texts: texts, width: 4).loss)
        / (2 * step)
      let ofText =
        (ContrastiveLoss.loss(pictures: pictures, texts: moved(texts, step), width: 4).loss
          - ContrastiveLoss.loss(pictures: pictures, texts: moved(texts, -step), width: 4).loss)
        / (2 * step)
      #expect(abs(ofPicture - result.pictures[index]) < 1e-6 * (1 + abs(ofPicture)))
      #expect(abs(ofText - result.texts[index]) < 1e-6 * (1 + abs(ofText)))
    }
  }

  @Test("Pairs that cannot be told apart cost ln n, and lengths cost nothing")
  func values() {
    let same = [Double](repeating: 0.5, count: 20)
    let blind = ContrastiveLoss.loss(pictures: same, texts: same, width: 4).loss
    #expect(abs(blind - log(5)) < 1e-12)
    let (pictures, texts) = (Self.rows(24, step: 1), Self.rows(24, step: 2))
    let one = ContrastiveLoss.loss(pictures: pictures, texts: texts, width: 4).loss
    let longer = ContrastiveLoss.loss(pictures: pictures.map { 3 * $0 }, texts: texts, width: 4)
    #expect(abs(one - longer.loss) < 1e-12)
  }
}
