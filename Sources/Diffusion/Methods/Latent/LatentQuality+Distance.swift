/// The Fréchet distance of features to real pictures.
///
/// One draw of real pictures moves it by a fifth, and the distance between two draws by a third, so both
/// are means over several.
extension LatentQuality {
  /// How many draws of real pictures there are.
  private static let draws = 4

  /// The distance of pictures to real ones of a prompt, and that of real ones which went through the
  /// latents: what no generator can make better.
  func distance(
    of made: [[Float]], _ prompt: PicturePrompt
  ) throws(GenerationError) -> [QualityFigure] {
    guard let classifier = parts.classifier, made.count > 1 else { return [] }
    let features = classifier.features(of: made)
    var (distances, floors, coded): ([Double], [Double], [Double]) = ([], [], [])
    for draw in 0..<Self.draws {
      let real = classifier.features(
        of: try self.real(prompt, count: made.count, step: 2 * draw).map(\.pixels))
      let other = try self.real(prompt, count: made.count, step: 2 * draw + 1).map(\.pixels)
      distances.append(FeatureDistance.frechet(real, features))
      floors.append(FeatureDistance.frechet(real, classifier.features(of: other)))
      if let autoencoder = parts.autoencoder {
        let decoded = autoencoder.pictures(of: autoencoder.latents(of: other))
        coded.append(FeatureDistance.frechet(real, classifier.features(of: decoded)))
      }
    }
    let floor = Self.mean(floors)
    let figures = [
      QualityFigure(
        ["fid"], Self.mean(distances), floor: floor, count: made.count,
        definition: "Frechet distance of classifier features to as many real pictures; covariances"
          + " divided by n - 1; mean over \(Self.draws) draws of real pictures; floor: real against"
          + " real")
    ]
    if coded.isEmpty { return figures }
    return figures + [
      QualityFigure(
        ["fid_reconstruction"], Self.mean(coded), floor: floor, count: made.count,
        definition: "the same for real pictures that were encoded and decoded")
    ]
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }
}
