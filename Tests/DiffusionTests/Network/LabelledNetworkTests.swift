import Foundation
import Testing

@testable import Diffusion

@Suite("Networks that know labels")
struct LabelledNetworkTests {
  private let mixture = Distribution.eightGaussians.mixture()

  private func trainer(
    dropout: Double = 0.3, target: TrainingTarget = .sample, hidden: [Int] = [16]
  ) -> Trainer {
    Trainer(
      mixture: mixture, dataName: "ring",
      network: NetworkSpecification(hidden: hidden, isLabelled: true),
      settings: TrainingSpecification(batch: 32, target: target, labelDropout: dropout), seed: 3)
  }

  /// Some weights, none of which is 0.
  private func weights() -> Weights {
    var trainer = trainer()
    for _ in 0..<30 { _ = trainer.step() }
    return trainer.weights
  }

  private let points = [Point(0.3, -0.7), Point(1.2, 0.4), .zero]
  private let level = NoiseLevel(alpha: 0.8, sigma: 0.6)

  @Test("A label told adds its embedding to the first layer, several labels the mean of theirs")
  func embeddings() throws {
    let weights = weights()
    let free = LearnedDenoiser(weights: weights)
    for prompt in ["north", "north or east", "thing not warm"] {
      let selection = try mixture.vocabulary.selection(prompt)
      // The same network without labels, whose biases have the embedding added.
      let embedding = try #require(weights.embedding(of: selection))
      let (inputs, width) = (FeatureMap.count, weights.architecture.hidden[0])
      var parameters = Array(weights.parameters[..<(inputs * width)])
      let biases = weights.parameters[((inputs + 8) * width)...]
      parameters += zip(biases, embedding).map(+) + biases.dropFirst(width)
      let plain = Weights(
        TrainedNetwork(
          architecture: NetworkSpecification(hidden: [width]).architecture(labels: 0),
          standardization: weights.standardization, frequencies: weights.frequencies,
          parameters: parameters, data: "", steps: 0, seed: 0), predicts: weights.predicts)
      let expected = LearnedDenoiser(weights: plain).estimates(of: points, at: level)
      let told = try #require(free.conditioned(on: selection))
      for (one, other) in zip(told.estimates(of: points, at: level), expected) {
        #expect(deviation(one.clean, other.clean) < 1e-5)
        #expect(deviation(one.clean, free.estimates(of: points, at: level)[0].clean) > 1e-3)
      }
    }
  }

  @Test("Labels it does not know it is not told")
  func strangers() throws {
    let selection = try Distribution.twoMoons.mixture().vocabulary.selection("upper")
    #expect(LearnedDenoiser(weights: weights()).conditioned(on: selection) == nil)
    #expect(weights().embedding(of: selection) == nil)
    var plain = Trainer(mixture: mixture, dataName: "ring", seed: 1)
    _ = plain.step()
    let north = try mixture.vocabulary.selection("north")
    #expect(LearnedDenoiser(weights: plain.weights).conditioned(on: north) == nil)
  }

  @Test("The weights say which labels they know, come back the same, and learning goes on")
  func files() throws {
    let weights = weights()
    #expect(weights.labels == mixture.labels && weights.specification.isLabelled)
    let bytes = try weights.encoded()
    #expect(try Weights(decoding: bytes) == weights)
    var file = try Safetensors(decoding: bytes)
    #expect(file.metadata["architecture"] == "46-16-2")
    for text in ["north", "[]", "[\"a\",\"a\"]", "[\"a\"]"] {
      file.metadata["labels"] = text
      let changed = try file.encoded()
      #expect(throws: WeightsError.self) { try Weights(decoding: changed) }
    }
    let more = Trainer(continuing: weights, mixture: mixture, dataName: "ring")
    #expect(more?.weights.parameters == weights.parameters)
    let moons = Distribution.twoMoons.mixture()
    #expect(Trainer(continuing: weights, mixture: moons, dataName: "moons") == nil)
  }

  @Test("Labels are dropped as often as asked, whatever the label", arguments: [0, 0.3, 1])
  func dropout(_ share: Double) {
    let data = TrainingData(mixture: mixture, tellsLabels: true)
    let count = 8000
    var told = [Int](repeating: 0, count: 8)
    for index in 0..<count {
      let (label, place) = data.label(ofChoice: (Double(index) + 0.5) / Double(count))
      #expect(label == index / 1000)
      let set = LabelSet.told(with: label, among: 8, place: place, dropout: share)
      #expect(set == .none || set.contains(label))
      if set != .none { told[label] += 1 }
    }
    #expect(told.allSatisfy { abs(Double($0) - 1000 * (1 - share)) <= 1 })
  }

  @Test("Of a set that is told each label is as probable as in the data")
  func sets() {
    let count = 60_000
    var counts: [LabelSet: [Int]] = [:]
    for index in 0..<count {
      let label = index % 3
      let place = (Double(index) + 0.5) / Double(count)
      let set = LabelSet(around: label, among: 3, place: place)
      counts[set, default: [0, 0, 0]][label] += 1
    }
    #expect(counts.count == 7)
    for (set, counts) in counts {
      let total = Double(counts.reduce(0, +))
      let share = 1 / Double(set.count)
      for label in 0..<3 {
        // Five standard deviations of a share of so many.
        let margin = 5 * (share * (1 - share) / total).squareRoot()
        let expected = set.contains(label) ? share : 0
        #expect(abs(Double(counts[label]) / total - expected) <= margin)
      }
    }
    #expect(LabelSet(around: 63, among: 64, place: 0.3).contains(63))
  }

  @Test("What is asked for with a label is that label's posterior")
  func target() throws {
    let data = TrainingData(mixture: mixture, tellsLabels: true)
    let level = NoiseLevel(alpha: 0.6, sigma: 0.8)
    let standard = data.standardization
    let pair = (0..<99).lazy.map { LabelSet(around: 3, among: 8, place: Double($0) / 99) }
      .first { $0.count == 2 }
    for (choice, told) in [
      (0.05, LabelSet(0)), (0.4, LabelSet(3)), (0.4, .none), (0.4, try #require(pair)),
    ] {
      let example = data.example(
        choice: choice, normals: (Point(0.1, -1), Point(0.5, 0.2)), level: level,
        predicts: .clean, target: .exactPosterior, told: told)
      let indices = mixture.labels.indices.filter(told.contains)
      let part = told == .none ? mixture : try mixture.conditioned(onLabels: indices)
      let own = NoiseLevel(alpha: 0.6, sigma: 0.8 * standard.spread)
      let place = 0.6 * standard.centre + standard.spread * Point(example.point)
      let clean = part.diffused(to: own).estimate(at: place).clean
      #expect(deviation(Point(example.target), standard.standardized(clean)) < 1e-5)
    }
  }

  @Test("Learning with labels tells them apart, and is the same every time")
  func learning() throws {
    var one = trainer(dropout: 0.3, target: .exactPosterior, hidden: [24])
    var other = one
    for _ in 0..<400 { _ = one.step() }
    for _ in 0..<400 { _ = other.step() }
    #expect(one.weights == other.weights)
    let network = LearnedDenoiser(weights: one.weights)
    let level = NoiseLevel(alpha: 0.3, sigma: 0.954)
    for label in mixture.labels {
      let selection = try mixture.vocabulary.selection(label)
      let told = try #require(network.conditioned(on: selection))
      let mean = try mixture.conditioned(on: label).mean
      #expect(deviation(told.estimates(of: [.zero], at: level)[0].clean, mean) < 0.5)
    }
    #expect(network.estimates(of: [.zero], at: level)[0].clean.length < 0.3)
  }

  @Test("Too many labels are refused")
  func tooMany() throws {
    let specification = NetworkSpecification(isLabelled: true)
    #expect(throws: NetworkError.tooManyLabels(65)) { try specification.check(labels: 65) }
    try specification.check(labels: 64)
    try NetworkSpecification().check(labels: 65)
    #expect(throws: TrainingError.badLabelDropout(1.5)) {
      try TrainingSpecification(labelDropout: 1.5).check()
    }
  }
}
