/// What a network is asked to answer for a noisy point.
public enum TrainingTarget: Choice {
  /// The data point and the noise that the noisy point was made of: what can be known of real data.
  case sample
  /// The exact posterior mean of both. It has no variance, so learning is faster, but it needs the
  /// answer to be known.
  case exactPosterior
  /// The posterior mean of both under the points of the batch alone: it has less variance than the
  /// sample, and needs no density.
  case batchPosterior

  public static let familyName = "target"

  public var id: String {
    switch self {
    case .sample: "sample"
    case .exactPosterior: "exact-posterior"
    case .batchPosterior: "batch-posterior"
    }
  }

  public var title: String {
    switch self {
    case .sample: "Sample"
    case .exactPosterior: "Exact posterior"
    case .batchPosterior: "Posterior of the batch"
    }
  }

  public var summary: String {
    switch self {
    case .sample: "the point and noise that were drawn, as with real data"
    case .exactPosterior: "the exact posterior mean: learns faster, from the known answer"
    case .batchPosterior: "the posterior mean over the batch's own points: faster, of any data"
    }
  }
}
