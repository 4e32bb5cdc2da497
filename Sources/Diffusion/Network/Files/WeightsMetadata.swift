import Foundation

/// The words of a weight file, read with a reason where they do not make sense.
public struct WeightsMetadata {
  let words: [String: String]

  func text(_ key: String) throws(WeightsError) -> String {
    guard let text = words[key] else { throw .missingMetadata(key) }
    return text
  }

  func expect(_ expected: String, for key: String) throws(WeightsError) {
    let text = try text(key)
    if text != expected { throw .badMetadata(key: key, text: text, expected: "'\(expected)'") }
  }

  /// The kind of file. Python's libraries write their own name there, such as `pt`, when they save
  /// it again: then the rest says what it is.
  ///
  /// - Parameter key: what no file of the kind is without.
  func expect(format: String, knownBy key: String = "architecture") throws(WeightsError) {
    let text = try text("format")
    if text == format || (!text.hasPrefix(TrainedNetwork.family) && words[key] != nil) { return }
    guard text.hasPrefix(TrainedNetwork.family) else { throw .missingMetadata(key) }
    throw .otherKind(found: text, expected: format)
  }

  /// How the layers follow each other, for those who rebuild the network elsewhere.
  static func layers(of architecture: MLP.Architecture) -> String {
    let hidden =
      architecture.isResidual
      ? "z = act(W h + b), and h = h + z where W is square, else h = z" : "h = act(W h + b)"
    return "h = inputs; for each layer but the last \(hidden); output = W h + b of the last;"
      + " act(z) = \(architecture.activation.formula)"
  }

  func number<Number: FixedWidthInteger>(_ key: String) throws(WeightsError) -> Number {
    let text = try text(key)
    guard let number = Number(text), number >= 0 else {
      throw .badMetadata(key: key, text: text, expected: "a whole number from 0 up")
    }
    return number
  }

  /// A member of a family, by its name.
  func member<Family: Choice>(
    of family: Family.Type, for key: String
  ) throws(WeightsError) -> Family {
    let text = try text(key)
    do { return try Family.named(text) } catch {
      throw .badMetadata(
        key: key, text: text, expected: "one of \(error.known.joined(separator: ", "))")
    }
  }

  /// The place and size of the data, within what data here can have.
  func standardization() throws(WeightsError) -> Standardization {
    try standardization(centre: "centre", spread: "spread")
  }

  private func standardization(
    centre: String, spread: String
  ) throws(WeightsError) -> Standardization {
    let centre = try numbers(centre, count: 2, range: -1e13...1e13)
    let spread = try numbers(spread, count: 1, range: 1e-13...1e13)
    return Standardization(centre: Point(centre[0], centre[1]), spread: spread[0])
  }

  /// The frame of the experiment; files of data that was not standardized do not say.
  func frame() throws(WeightsError) -> Standardization {
    if words["frame_centre"] == nil && words["frame_spread"] == nil { return .identity }
    return try standardization(centre: "frame_centre", spread: "frame_spread")
  }

  /// What a file says of a frame.
  static func words(of frame: Standardization) -> [String: String] {
    [
      "frame_centre": "\(frame.centre.x) \(frame.centre.y)", "frame_spread": "\(frame.spread)",
      "frame":
        "x is (X - frame_centre) / frame_spread of a point X in the data's own units; centre and"
        + " spread are of x, and a clean point is frame_centre + frame_spread clean",
    ]
  }

  static func text(of architecture: MLP.Architecture) -> String {
    ([architecture.inputs] + architecture.hidden + [architecture.outputs])
      .map(String.init).joined(separator: "-")
  }

  /// The sizes of the layers, such as 38-64-64-64-2.
  ///
  /// - Parameter labels: those it can be told.
  func architecture(labels: [String]) throws(WeightsError) -> MLP.Architecture {
    let network = try network(isLabelled: !labels.isEmpty)
    return try checked(
      network.architecture(labels: labels.count, heights: try heights()), network, labels: labels)
  }

  /// How many numbers tell the network a third coordinate; files that do not say have none.
  func heights() throws(WeightsError) -> Int {
    guard let text = words["heights"] else { return 0 }
    guard let count = Int(text), (1...LabelInput.most).contains(count) else {
      throw .badMetadata(
        key: "heights", text: text, expected: "a whole number from 1 to \(LabelInput.most)")
    }
    return count
  }

  /// The sizes of the layers of a classifier, such as 38-64-64-8.
  func classifierArchitecture(labels: [String]) throws(WeightsError) -> MLP.Architecture {
    let network = try network(isLabelled: true)
    return try checked(
      network.classifierArchitecture(labels: labels.count), network, labels: labels)
  }

  /// The layers between inputs and outputs.
  func network(isLabelled: Bool) throws(WeightsError) -> NetworkSpecification {
    let sizes = try text("architecture").split(separator: "-", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    return NetworkSpecification(
      hidden: Array(sizes.dropFirst().dropLast()),
      activation: try member(of: Activation.self, for: "activation"),
      isResidual: try isResidual(), isLabelled: isLabelled, variance: try variance())
  }

  /// Whether the network says how wide a step is; files from before there was a choice do not say.
  func variance() throws(WeightsError) -> NetworkSpecification.Variance {
    guard let text = words["variance"] else { return .fixed }
    guard let variance = NetworkSpecification.Variance(rawValue: text) else {
      throw .badMetadata(key: "variance", text: text, expected: "fixed or learned")
    }
    return variance
  }

  /// Sizes that the file says too.
  func checked(
    _ architecture: MLP.Architecture, _ network: NetworkSpecification, labels: [String]
  ) throws(WeightsError) -> MLP.Architecture {
    let text = try text("architecture")
    guard Self.text(of: architecture) == text else {
      throw .badMetadata(
        key: "architecture", text: text,
        expected: "\(architecture.inputs), the hidden widths and \(architecture.outputs),"
          + " joined by dashes")
    }
    do { try network.check(labels: labels.count) } catch { throw .network(error) }
    return architecture
  }

  static func text(of labels: [String]) throws -> String {
    String(decoding: try JSONEncoder().encode(labels), as: UTF8.self)
  }

  /// The labels that the network can be told or tell; files that do not say have none.
  func labels() throws(WeightsError) -> [String] {
    guard let text = words["labels"] else { return [] }
    guard let labels = try? JSONDecoder().decode([String].self, from: Data(text.utf8)),
      !labels.isEmpty, Set(labels).count == labels.count
    else {
      throw .badMetadata(
        key: "labels", text: text, expected: "a JSON list of labels, no two of them the same")
    }
    return labels
  }

  /// Files from before there was a choice do not say.
  private func isResidual() throws(WeightsError) -> Bool {
    guard let text = words["residual"] else { return false }
    guard let isResidual = Bool(text) else {
      throw .badMetadata(key: "residual", text: text, expected: "true or false")
    }
    return isResidual
  }

  func numbers(
    _ key: String, count: Int, range: ClosedRange<Double>
  ) throws(WeightsError) -> [Double] {
    let text = try text(key)
    let numbers = text.split(separator: " ").compactMap { Double($0) }.filter(range.contains)
    guard numbers.count == count else {
      let expected = "\(count) number(s) from \(range.lowerBound) to \(range.upperBound)"
      throw .badMetadata(key: key, text: text, expected: expected)
    }
    return numbers
  }
}

/// Why a file does not hold the weights of a network of ours.
public enum WeightsError: Error, CustomStringConvertible, Equatable {
  case file(SafetensorsError)
  case missingMetadata(String)
  case badMetadata(key: String, text: String, expected: String)
  /// The formats of a file of ours and of that in whose place it stands.
  case otherKind(found: String, expected: String)
  case network(NetworkError)
  case missingTensor(String)
  case badShape(tensor: String, shape: [Int], expected: [Int])
  case notFinite(tensor: String)
  case nothingLearned

  public var description: String {
    switch self {
    case .file(let error):
      error.description
    case .missingMetadata(let key):
      "the file's metadata has no '\(key.excerpt)', as files of 'stipple train' have; saved again, it has"
        + " to be kept: save_file(tensors, file, metadata=safe_open(old, 'np').metadata())"
    case .badMetadata(let key, let text, let expected):
      "the file's metadata has \(key) '\(text.excerpt)' where \(expected) is expected"
    case .otherKind(let found, let expected):
      "the file holds \(Self.contents(found)) where \(Self.contents(expected)) is expected"
    case .network(let error):
      error.description
    case .missingTensor(let name):
      "the file has no tensor '\(name)', which its architecture needs"
    case .badShape(let tensor, let shape, let expected):
      "tensor '\(tensor.excerpt)' has shape \("\(shape)".excerpt) where the architecture needs \(expected)"
    case .notFinite(let tensor):
      "tensor '\(tensor)' holds numbers that are infinite or not numbers"
    case .nothingLearned:
      "the method learns nothing, and has no weights"
    }
  }

  /// What files of a format hold, in a few words.
  private static func contents(_ format: String) -> String {
    switch format {
    case Weights.format: "a network of diffusion or a transport"
    case ClassifierWeights.format: "a classifier"
    default: "a network of \(String(format.dropFirst(TrainedNetwork.family.count + 1)).excerpt)"
    }
  }
}
