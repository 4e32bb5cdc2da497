import Diffusion

extension SamplerOptions {
  /// The settings that are numbers and read and written alike, by the names they have in presets.
  static let numbers: [(setting: Setting, path: any (WritableKeyPath<Self, Double> & Sendable))] = [
    (.churn, \.churn), (.churnMin, \.churnMin), (.churnMax, \.churnMax),
    (.churnNoise, \.churnNoise), (.correctionRatio, \.correctionRatio),
  ]
}
