import Diffusion

/// How the screen writes files; the executable knows where and in which form.
public struct FileKeeper: Sendable {
  /// Writes weights under a name that is not taken yet and returns the path.
  public let saveWeights: @Sendable (Weights, _ name: String) throws -> String
  /// Writes an experiment as a preset and returns the path.
  public let savePreset: @Sendable (Experiment) throws -> String

  public init(
    saveWeights: @escaping @Sendable (Weights, _ name: String) throws -> String,
    savePreset: @escaping @Sendable (Experiment) throws -> String
  ) {
    self.saveWeights = saveWeights
    self.savePreset = savePreset
  }
}
