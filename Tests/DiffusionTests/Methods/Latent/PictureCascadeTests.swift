import Foundation
import Testing

@testable import Diffusion

/// Pictures twice as large, made of small ones.
@Suite struct PictureCascadeTests {
  private static func laboratory(noise: Double) throws -> Laboratory {
    try Laboratory(
      Experiment(
        distribution: .named(.digits), sampler: SamplerSpecification(kind: .ddim, steps: 6),
        method: LatentSettings(cascade: noise), seed: 5))
  }

  @Test("A picture in both sizes shows the same: means of four pixels are nearly the small one")
  func sizes() throws {
    var stream = Randomness(seed: 4).stream(.data)
    let shape = PictureSource.digits.shape
    var (own, other) = (0.0, 0.0)
    var before: [Float]?
    for _ in 0..<60 {
      let pair = try #require(PictureSource.digits.pair(from: &stream))
      #expect(pair.small.count == shape.count && pair.large.count == 4 * shape.count)
      let form = PictureCascade.reduced(FormAndTint(of: pair.large).form, to: shape)
      func squares(_ small: [Float]) -> Double {
        zip(form, FormAndTint(of: small).form).reduce(0) {
          $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1))
        }
      }
      own += squares(pair.small)
      other += before.map(squares) ?? 0
      before = pair.small
    }
    #expect(own < 0.2 * other)
  }

  @Test("Means of four pixels keep the brightness of the whole")
  func means() {
    let shape = PictureShape(width: 3, height: 2)
    let large = (0..<24).map(Float.init)
    let small = PictureCascade.reduced(large, to: shape)
    #expect(small == [3.5, 5.5, 7.5, 15.5, 17.5, 19.5])
  }

  @Test("It keeps to the picture it is told, and less so the more noise is on that")
  func dial() throws {
    var trainer = LatentTrainer(
      LatentSettings(cascade: 0), training: TrainingSpecification(batch: 32), parts: [.cascade],
      iterations: 700, seed: 1)
    for _ in 0..<700 { _ = trainer.step() }
    let cascade = try #require(trainer.weights.parts.cascade)
    var stream = Randomness(seed: 9).stream(.data)
    let small = PictureSource.digits.pictures(40, from: &stream).map(\.pixels)
    func error(_ noise: Double) throws -> Double {
      let laboratory = try Self.laboratory(noise: noise)
      let process = try #require(laboratory.latent)
      let large = process.enlarged(small, by: cascade, noise: noise, in: laboratory)
      #expect(large.allSatisfy { $0.count == 768 && $0.allSatisfy { (0...1).contains($0) } })
      return zip(large, small).reduce(0) { sum, pair in
        let form = PictureCascade.reduced(FormAndTint(of: pair.0).form, to: cascade.shape)
        return zip(form, FormAndTint(of: pair.1).form).reduce(sum) {
          $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1))
        }
      }
    }
    let (kept, made) = (try error(0), try error(1))
    #expect(kept < 0.6 * made)
  }

  @Test("Pictures of a file have one size, and a cascade of them is refused")
  func given() {
    let pictures = GivenPictures(
      name: "a.csv", shape: PictureShape(width: 2, height: 2),
      labelled: [
        ("a", [Float](repeating: 0.5, count: 12)), ("b", [Float](repeating: 0, count: 12)),
      ])
    let settings = LatentSettings(pictures: .given(pictures), prompt: "a", cascade: 0.1)
    #expect {
      _ = try Laboratory(Experiment(distribution: .named(.digits), method: settings))
    } throws: {
      ($0 as? ExperimentError)?.path == ["cascade"]
    }
  }
}
