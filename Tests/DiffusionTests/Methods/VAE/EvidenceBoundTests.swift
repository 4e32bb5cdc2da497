import Foundation
import Testing

@testable import Diffusion

/// The evidence lower bound, its gradients, and the likelihood that it bounds.
@Suite struct EvidenceBoundTests {
  @Test(
    "The divergence of a normal number is its integral",
    arguments: [(0.0, 1.0), (0.7, 0.2), (-2, 3), (0.1, 0.01)])
  func divergence(mean: Double, variance: Double) {
    let deviation = variance.squareRoot()
    let step = 0.001
    var sum = 0.0
    for index in -12_000...12_000 {
      let z = step * Double(index)
      let x = mean + deviation * z
      let ratio = StandardNormal.logDensity(z) - log(deviation) - StandardNormal.logDensity(x)
      sum += step * StandardNormal.density(z) * ratio
    }
    let closed = NormalDivergence.fromStandard(mean: mean, variance: variance)
    #expect(abs(closed - sum) < 1e-9)
    #expect(closed >= 0)
  }

  private static func model(latents: Int, seed: UInt64) -> VariationalAutoEncoder {
    var stream = Randomness(seed: seed).stream(.initialization)
    let sizes = VariationalAutoEncoder.architectures(
      latents: latents, of: NetworkSpecification(hidden: [6]))
    func network(_ sizes: MLP.Architecture) -> PartNetwork {
      PartNetwork(
        mlp: MLP(sizes), parameters: LatentNoise.normals(sizes.parameterCount, from: &stream))
    }
    return VariationalAutoEncoder(
      encoder: network(sizes.encoder), decoder: network(sizes.decoder),
      standardization: Standardization(centre: Point(1, -2), spread: 1.5), spread: 0.9)
  }

  @Test("Importance weights tell the density that an integral over latents does")
  func importance() {
    let model = Self.model(latents: 1, seed: 1)
    let points = [Point(1, -2), Point(2.5, -1), Point(-0.5, -3)]
    let step = 0.002
    let latents = (-4000...4000).map { Point(step * Double($0), 0) }
    let means = model.means(of: latents)
    var stream = Randomness(seed: 2).stream(.reference)
    let drawn = EvidenceBound.logDensities(of: model, at: points, draws: 20_000, from: &stream)
    for (point, own) in zip(points, drawn) {
      let density = zip(latents, means).reduce(0) { sum, pair in
        sum + step * StandardNormal.density(pair.0.x)
          * exp(model.logDensity(of: point, around: pair.1))
      }
      #expect(abs(own - log(density)) < 0.05, "\(own) and \(log(density)) at \(point)")
    }
  }

  @Test("The bound is below the likelihood, which more draws raise", arguments: [1, 2])
  func order(latents: Int) throws {
    let model = Self.model(latents: latents, seed: 3)
    var stream = Randomness(seed: 4).stream(.reference)
    let points = stream.normalPoints(400)
    let bounds = try [1, 8, 64].map {
      try EvidenceBound(of: model, on: points, draws: $0, from: &stream)
    }
    let values = bounds.map(\.logLikelihood.value)
    #expect(values[0] < values[1] && values[1] < values[2])
    #expect(bounds[2].elbo.value < values[2])
    let bound = bounds[2]
    #expect(abs(bound.elbo.value - bound.reconstruction.value + bound.kl.value) < 1e-9)
    #expect(
      abs(bound.klPerDimension.reduce(0) { $0 + $1.value } - bound.kl.value) < 1e-9)
    #expect(bound.klPerDimension.count == latents)
  }

  @Test(
    "What a batch costs has the gradients of differences in double precision",
    arguments: [(1, [5]), (2, [5]), (2, [])])
  func gradients(latents: Int, hidden: [Int]) {
    var stream = Randomness(seed: 7).stream(.initialization)
    let sizes = VariationalAutoEncoder.architectures(
      latents: latents, of: NetworkSpecification(hidden: hidden))
    let weight = 0.37
    var trainer = CoderTrainer(
      encoder: sizes.encoder, decoder: sizes.decoder, isVariational: true,
      divergenceWeight: weight, from: &stream)
    let rows = (0..<3).map { _ in LatentNoise.normals(2, from: &stream) }
    var noise = stream
    let loss = trainer.learn(from: rows, from: &stream)
    let reference = DoubleCoder(
      sizes.encoder, sizes.decoder, rows: rows.map { $0.map(Double.init) },
      noise: LatentNoise.normals(3 * latents, from: &noise).map(Double.init), weight: weight)
    let parameters = [trainer.present.encoder, trainer.present.decoder]
      .map { $0.parameters.map(Double.init) }
    #expect(abs(reference.loss(parameters) - loss.sum) < 1e-5)
    let own = [trainer.gradients.encoder, trainer.gradients.decoder]
    for part in 0..<2 {
      for index in parameters[part].indices {
        var (above, below) = (parameters, parameters)
        above[part][index] += 1e-5
        below[part][index] -= 1e-5
        let slope = (reference.loss(above) - reference.loss(below)) / 2e-5
        #expect(
          abs(slope - Double(own[part][index])) < 2e-5 * max(1, abs(slope)),
          "parameter \(index) of \(part == 0 ? "encoder" : "decoder")")
      }
    }
  }
}

/// A coder in double precision: the mean over rows of the squared error and the weighted divergence.
private struct DoubleCoder {
  let encoder: MLP.Architecture
  let decoder: MLP.Architecture
  let rows: [[Double]]
  let noise: [Double]
  let weight: Double

  init(
    _ encoder: MLP.Architecture, _ decoder: MLP.Architecture, rows: [[Double]], noise: [Double],
    weight: Double
  ) {
    (self.encoder, self.decoder, self.rows) = (encoder, decoder, rows)
    (self.noise, self.weight) = (noise, weight)
  }

  func loss(_ parameters: [[Double]]) -> Double {
    let latents = decoder.inputs
    return rows.indices.reduce(0) { sum, row in
      let code = Self.answer(to: rows[row], encoder, parameters[0])
      var divergence = 0.0
      let latent = (0..<latents).map { number -> Double in
        let (mean, logVariance) = (code[number], code[latents + number])
        divergence += (mean * mean + exp(logVariance) - logVariance - 1) / 2
        return mean + exp(logVariance / 2) * noise[row * latents + number]
      }
      let answer = Self.answer(to: latent, decoder, parameters[1])
      let squares = zip(answer, rows[row]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      return sum + (squares + weight * divergence) / Double(rows.count)
    }
  }

  /// Layers of weights, a row of outputs for each input, then biases; SiLU between them.
  private static func answer(
    to inputs: [Double], _ sizes: MLP.Architecture, _ parameters: [Double]
  ) -> [Double] {
    var (values, offset) = (inputs, 0)
    for (number, shape) in sizes.shapes.enumerated() {
      let biases = offset + shape.inputs * shape.outputs
      let sums = (0..<shape.outputs).map { output in
        (0..<shape.inputs).reduce(parameters[biases + output]) {
          $0 + values[$1] * parameters[offset + $1 * shape.outputs + output]
        }
      }
      values =
        number == sizes.shapes.count - 1 ? sums : sums.map { $0 / (1 + exp(-$0)) }
      offset = biases + shape.outputs
    }
    return values
  }
}
