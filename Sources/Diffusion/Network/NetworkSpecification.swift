/// The network a learned model is made of, as a preset says it.
public struct NetworkSpecification: Codable, Hashable, Sendable {
  /// The widths of the hidden layers.
  public var hidden: [Int]
  /// What the network's two outputs mean.
  public var predicts: Parameterization
  /// What follows each hidden layer.
  public var activation: Activation
  /// Whether a hidden layer as wide as the one before adds to what comes in.
  public var isResidual: Bool
  /// Whether it is told which label is asked for, or that any will do.
  public var isLabelled: Bool
  /// Whether it also says how wide a step is.
  public var variance: Variance

  /// Where the variance of an ancestral step comes from.
  public enum Variance: String, Codable, Sendable, CaseIterable {
    /// From the schedule alone: the network has two outputs.
    case fixed
    /// From two further outputs, one for each axis; see `LearnedVariance`.
    case learned
  }

  public init(
    hidden: [Int] = [64, 64, 64], predicts: Parameterization = .v, activation: Activation = .silu,
    isResidual: Bool = false, isLabelled: Bool = false, variance: Variance = .fixed
  ) {
    self.hidden = hidden
    self.predicts = predicts
    self.activation = activation
    self.isResidual = isResidual
    self.isLabelled = isLabelled
    self.variance = variance
  }

  /// Reads what is there; what older files did not know is as usual.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      hidden: try values.decode([Int].self, forKey: .hidden),
      predicts: try values.decode(Parameterization.self, forKey: .predicts),
      activation: try values.decode(Activation.self, forKey: .activation),
      isResidual: try values.decode(Bool.self, forKey: .isResidual),
      isLabelled: try values.decode(Bool.self, forKey: .isLabelled),
      variance: try values.decodeIfPresent(Variance.self, forKey: .variance) ?? .fixed)
  }

  /// How many hidden layers a network may have.
  public static let layers = 1...8
  /// How wide a hidden layer may be.
  public static let widths = 1...512

  /// Throws unless the sizes are within their ranges.
  ///
  /// - Parameters:
  ///   - labels: how many labels the data has.
  ///   - mayBeLinear: whether it may have no hidden layers.
  public func check(labels: Int = 0, mayBeLinear: Bool = false) throws(NetworkError) {
    if isLabelled && labels > LabelInput.most { throw .tooManyLabels(labels) }
    let isLinear = mayBeLinear && hidden.isEmpty
    if !isLinear && !Self.layers.contains(hidden.count) { throw .badLayerCount(hidden.count) }
    if let width = hidden.first(where: { !Self.widths.contains($0) }) { throw .badWidth(width) }
  }

  /// The layers of a network with as many inputs and outputs and the same hidden layers.
  func architecture(inputs: Int, outputs: Int) -> MLP.Architecture {
    MLP.Architecture(
      inputs: inputs, hidden: hidden, outputs: outputs, activation: activation,
      isResidual: isResidual)
  }

  /// The sizes of its layers.
  ///
  /// - Parameters:
  ///   - labels: how many labels there are to be told.
  ///   - heights: how many numbers tell it a third coordinate; 0 where there is none.
  func architecture(labels: Int, heights: Int = 0) -> MLP.Architecture {
    MLP.Architecture(
      inputs: FeatureMap.count + (isLabelled ? labels : 0) + heights, hidden: hidden,
      outputs: variance == .learned ? 4 : 2, activation: activation, isResidual: isResidual)
  }

  /// The sizes of the layers of a classifier with the same hidden layers.
  func classifierArchitecture(labels: Int) -> MLP.Architecture {
    MLP.Architecture(
      inputs: FeatureMap.count, hidden: hidden, outputs: labels, activation: activation,
      isResidual: isResidual)
  }
}

/// Why a network cannot be built.
public enum NetworkError: Error, CustomStringConvertible, Equatable {
  case badLayerCount(Int)
  case badWidth(Int)
  case tooManyLabels(Int)

  /// The key of a preset that the error is about.
  public var key: String {
    switch self {
    case .badLayerCount, .badWidth: "hidden"
    case .tooManyLabels: "labels"
    }
  }

  public var description: String {
    switch self {
    case .badLayerCount(let count):
      "a network has \(Self.span(NetworkSpecification.layers)) hidden layers, not \(count)"
    case .badWidth(let width):
      "a hidden layer has \(Self.span(NetworkSpecification.widths)) units, not \(width)"
    case .tooManyLabels(let count):
      "a network can be told at most \(LabelInput.most) labels, not \(count)"
    }
  }

  private static func span(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound) to \(range.upperBound)"
  }
}
