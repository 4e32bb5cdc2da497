import Foundation
import Testing

@testable import Diffusion

@Suite("Weight files")
struct WeightsFileTests {
  private let weights = Self.weights(of: NetworkSpecification(hidden: [5, 3], predicts: .velocity))

  private static func weights(of specification: NetworkSpecification) -> Weights {
    var stream = Randomness(seed: 2).stream(.initialization)
    let features = FeatureMap(from: &stream)
    let architecture = specification.architecture(labels: 0)
    return Weights(
      TrainedNetwork(
        architecture: architecture,
        standardization: Standardization(centre: Point(0.1, -1e-9), spread: 1 / 3.0),
        frequencies: features.frequencies,
        parameters: (0..<architecture.parameterCount).map { Float($0) / 7 },
        data: "two \"moons\" 🌙", steps: 1234, seed: .max), predicts: .velocity,
      variance: specification.variance)
  }

  /// The file with changes made to what it says.
  private func changed(_ change: (inout Safetensors) -> Void) throws -> Data {
    var file = try Safetensors(decoding: weights.encoded())
    change(&file)
    return try file.encoded()
  }

  @Test("Weights come back the same to the bit")
  func roundTrip() throws {
    let read = try Weights(decoding: weights.encoded())
    #expect(read == weights)
    #expect(read.specification == NetworkSpecification(hidden: [5, 3], predicts: .velocity))
  }

  @Test("Networks of every family come back, and files that do not say have plain layers")
  func families() throws {
    for activation in Activation.allCases {
      let specification = NetworkSpecification(
        hidden: [4, 4], predicts: .velocity, activation: activation, isResidual: true)
      let bytes = try Self.weights(of: specification).encoded()
      #expect(try Weights(decoding: bytes).specification == specification)
    }
    let older = try changed { $0.metadata["residual"] = nil }
    #expect(try Weights(decoding: older) == weights)
  }

  @Test("A network that has learned a variance says so, and what its further outputs mean")
  func variance() throws {
    let specification = NetworkSpecification(
      hidden: [4], predicts: .velocity, variance: .learned)
    let bytes = try Self.weights(of: specification).encoded()
    var file = try Safetensors(decoding: bytes)
    #expect(file.metadata["architecture"] == "38-4-4" && file.metadata["variance"] == "learned")
    #expect(file.metadata["outputs"]?.contains("beta_tilde ((1 + q) / (1 + p))^v") == true)
    #expect(try Weights(decoding: bytes).specification == specification)
    file.metadata["variance"] = "guessed"
    let error = #expect(throws: WeightsError.self) { try Weights(decoding: file.encoded()) }
    #expect(error?.description.contains("'guessed' where fixed or learned is expected") == true)
    // Without the word the four outputs are of no network that there is.
    file.metadata["variance"] = nil
    #expect(throws: WeightsError.self) { try Weights(decoding: file.encoded()) }
  }

  @Test("Matrices are stored as PyTorch's Linear has them")
  func layout() throws {
    let file = try Safetensors(decoding: weights.encoded())
    #expect(
      file.tensors.mapValues(\.shape) == [
        "frequencies": [16, 2], "layers.0.weight": [5, 38], "layers.0.bias": [5],
        "layers.1.weight": [3, 5], "layers.1.bias": [3], "layers.2.weight": [2, 3],
        "layers.2.bias": [2],
      ])
    // Row 1, column 2 there: what input 2 gives output 1.
    #expect(file.tensors["layers.0.weight"]?.values[38 + 2] == weights.parameters[2 * 5 + 1])
    #expect(file.metadata["architecture"] == "38-5-3-2")
    #expect(file.metadata["parameterization"] == "velocity")
    #expect(file.metadata["data"] == weights.data)
  }

  @Test("A file that Python has saved again opens", arguments: ["pt", "np", "mlx"])
  func savedAgain(format: String) throws {
    let data = try changed { file in
      file.metadata["format"] = format
      file.metadata["note"] = "fine-tuned"
      file.tensors["ema.step"] = .init(shape: [1], values: [7])
    }
    #expect(try Weights(decoding: data) == weights)
    let wrapped = try changed { file in
      file.tensors = Dictionary(
        uniqueKeysWithValues: file.tensors.map { ("module.\($0.key)", $0.value) })
    }
    #expect(try Weights(decoding: wrapped) == weights)
    let bare = try changed { $0.metadata = ["format": format] }
    let error = #expect(throws: WeightsError.missingMetadata("architecture")) {
      try Weights(decoding: bare)
    }
    #expect(error?.description.contains("metadata=safe_open") == true)
    let other = try changed { $0.metadata["format"] = "stipple-classifier" }
    #expect(throws: WeightsError.self) { try Weights(decoding: other) }
  }

  @Test("A file of somebody else is refused with what is missing")
  func foreign() throws {
    #expect(throws: WeightsError.file(.tooShort(bytes: 3))) {
      try Weights(decoding: Data("abc".utf8))
    }
    let bare = try Safetensors(tensors: ["w": .init(shape: [1], values: [1])]).encoded()
    #expect(throws: WeightsError.missingMetadata("format")) { try Weights(decoding: bare) }
    let cut = try changed { $0.tensors["layers.1.bias"] = nil }
    #expect(throws: WeightsError.missingTensor("layers.1.bias")) { try Weights(decoding: cut) }
    let bent = try changed { $0.tensors["layers.1.bias"] = .init(shape: [1], values: [0]) }
    #expect(
      throws: WeightsError.badShape(tensor: "layers.1.bias", shape: [1], expected: [3])
    ) { try Weights(decoding: bent) }
    let broken = try changed {
      $0.tensors["layers.2.bias"] = .init(shape: [2], values: [0, .nan])
    }
    #expect(throws: WeightsError.notFinite(tensor: "layers.2.bias")) {
      try Weights(decoding: broken)
    }
  }

  @Test(
    "Metadata that make no sense are refused",
    arguments: [
      ("version", "2"), ("activation", "relu"), ("residual", "maybe"),
      ("parameterization", "score"), ("steps", "-1"),
      ("steps", "many"), ("seed", "1.5"), ("centre", "0"), ("centre", "0 inf"), ("spread", "0"),
      ("spread", "-1"), ("spread", "nan"), ("spread", "1e300"),
      ("centre", "0 1e300"), ("architecture", "38--2"), ("architecture", ""),
      ("architecture", "38-5-3-4"), ("architecture", "7-5-3-2"), ("architecture", "38-05-3-2"),
      ("architecture", "38-100000000000-2"), ("architecture", "38-99999999999999999999-2"),
    ])
  func badMetadata(key: String, text: String) throws {
    let data = try changed { $0.metadata[key] = text }
    #expect(throws: WeightsError.self) { try Weights(decoding: data) }
  }
}
