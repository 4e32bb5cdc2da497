/// What an experiment says about its method alone.
///
/// The defaults are those of a method that has nothing to say on a matter.
public protocol MethodSettings: Codable, Hashable, Sendable {
  /// The method these are the settings of.
  static var method: Method { get }

  /// Whether data may be brought to mean 0 and unit spread before the method sees it.
  var allowsStandardizing: Bool { get }
  /// Whether its networks may have no hidden layers: linear maps.
  var allowsNoHiddenLayers: Bool { get }
  /// Whether its model is told the label of every point.
  var tellsLabels: Bool { get }
  /// Whether its network has inputs that are as many as there are labels.
  var networkSeesLabels: Bool { get }
  /// Whether its network can learn how wide an ancestral step is.
  var learnsVariance: Bool { get }
  /// Whether its network can learn from points that are known of the data, and from them alone.
  var learnsFromKnownPoints: Bool { get }
  /// Distributions besides the data.
  var distributions: [DistributionSpecification] { get }

  /// The settings with every distribution in them replaced.
  func replacingDistributions(
    _ change: (DistributionSpecification) throws -> DistributionSpecification
  ) throws -> Self

  /// The settings without what is not read with a sampler, which then is as usual.
  func withoutUnused(with sampler: Sampler) -> Self

  /// The settings without what nothing is learned of.
  var ofTraining: Self { get }

  /// Whether what is learned depends on the schedule.
  var learnsSchedule: Bool { get }

  /// How many steps a sampler is usually run in; nil for as many as the sampler says itself.
  func usualSteps(of sampler: Sampler, on timesteps: Int) -> Int?

  /// How many components of the data the method can follow.
  func mostComponents(of data: GaussianMixture) -> Int

  /// Builds what an experiment with these settings describes, or says what is wrong with them.
  func process(
    for experiment: Experiment, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> any GenerativeProcess
}

extension MethodSettings {
  public var allowsStandardizing: Bool { false }
  public var allowsNoHiddenLayers: Bool { false }
  public var tellsLabels: Bool { false }
  public var networkSeesLabels: Bool { tellsLabels }
  public var learnsVariance: Bool { false }
  public var learnsFromKnownPoints: Bool { false }
  public var distributions: [DistributionSpecification] { [] }

  public func replacingDistributions(
    _ change: (DistributionSpecification) throws -> DistributionSpecification
  ) throws -> Self { self }

  public func withoutUnused(with sampler: Sampler) -> Self { self }
  public var ofTraining: Self { self }
  public var learnsSchedule: Bool { false }
  public func usualSteps(of sampler: Sampler, on timesteps: Int) -> Int? { nil }
  public func mostComponents(of data: GaussianMixture) -> Int { .max }
}

/// The method of an experiment with its settings, as a value.
public struct MethodSpecification: Codable, Hashable, Sendable {
  public var settings: any MethodSettings

  public init(_ settings: any MethodSettings) {
    self.settings = settings
  }

  /// A method as it is usually set.
  public init(_ method: Method) {
    settings = method.usualSettings
  }

  public var method: Method { type(of: settings).method }

  /// The method without what nothing is learned of.
  public var ofTraining: MethodSpecification { MethodSpecification(settings.ofTraining) }

  public static func == (one: MethodSpecification, other: MethodSpecification) -> Bool {
    AnyHashable(one.settings) == AnyHashable(other.settings)
  }

  public func hash(into hasher: inout Hasher) { settings.hash(into: &hasher) }

  private enum CodingKeys: String, CodingKey {
    case method
    case settings
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let method = try container.decode(Method.self, forKey: .method)
    settings = try type(of: method.usualSettings).decoded(in: container, forKey: .settings)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(method, forKey: .method)
    try container.encode(settings, forKey: .settings)
  }
}

extension MethodSettings {
  fileprivate static func decoded<Key>(
    in container: KeyedDecodingContainer<Key>, forKey key: Key
  ) throws -> any MethodSettings {
    try container.decode(Self.self, forKey: key)
  }
}

extension Experiment {
  /// The method that leads from noise to data.
  public var method: Method { methodSpecification.method }

  /// What is said of that method alone.
  public var methodSettings: any MethodSettings { methodSpecification.settings }
}
