import Foundation

extension Method {
  /// The weights in a file of whichever method's network.
  ///
  /// - Throws: what is wrong with the file, by the words of the kind that it says it is.
  public static func weights(decoding file: Data) throws(WeightsError) -> any TrainedWeights {
    var reasons: [WeightsError] = []
    for kind in allCases.compactMap(\.trained) {
      do throws(WeightsError) { return try kind.init(decoding: file) } catch {
        reasons.append(error)
      }
    }
    let own = reasons.first { if case .badMetadata("format", _, _) = $0 { false } else { true } }
    throw own ?? reasons.first ?? .missingMetadata("format")
  }
}
