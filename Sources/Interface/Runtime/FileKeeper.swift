import Diffusion

/// How the screen reads and writes files; the executable knows where and in which form.
///
/// Whatever is saved gets a name that is not taken yet, and the path is returned.
public struct FileKeeper: Sendable {
  public let saveWeights: @Sendable (any TrainedWeights, _ name: String) throws -> String
  /// Writes an experiment as a preset.
  public let savePreset: @Sendable (Experiment) throws -> String
  /// Writes points, with a label for each where there are labels.
  public let savePoints: @Sendable ([Point], _ labels: [String]?, _ name: String) throws -> String
  public let saveText: @Sendable (_ text: String, _ name: String, _ ending: String) throws -> String
  /// Reads points as a distribution.
  public let readPoints: @Sendable (_ path: String) throws -> DistributionSpecification
  /// The line for the shell that opens the screen on an experiment and then says these commands.
  public let commandLine: @Sendable (Experiment, _ script: [String]) throws -> String
  /// The leader board in a file, in words.
  public var readBoard: @Sendable (_ path: String) throws -> String = { path in
    throw CommandError("\(path): no board can be read here")
  }
  /// Keeps what is on the screen, to be gone on with after the program has ended, and whether that is
  /// the last of it; nil where nothing is kept.
  public var keepSession: (@Sendable (Session, _ isLast: Bool) throws -> Void)?

  public init(
    saveWeights: @escaping @Sendable (any TrainedWeights, _ name: String) throws -> String,
    savePreset: @escaping @Sendable (Experiment) throws -> String,
    savePoints: @escaping @Sendable ([Point], _ labels: [String]?, _ name: String) throws -> String,
    saveText:
      @escaping @Sendable (_ text: String, _ name: String, _ ending: String) throws
      -> String,
    readPoints: @escaping @Sendable (_ path: String) throws -> DistributionSpecification,
    commandLine: @escaping @Sendable (Experiment, _ script: [String]) throws -> String
  ) {
    self.saveWeights = saveWeights
    self.savePreset = savePreset
    self.savePoints = savePoints
    self.saveText = saveText
    self.readPoints = readPoints
    self.commandLine = commandLine
  }
}
