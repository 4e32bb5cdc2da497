/// What keeps the two networks of a GAN from chasing each other, where data and samples lie apart and
/// nothing forbids the discriminator to be as steep as it likes.
public struct GANStabilizer: Choice {
  public let id: String
  public let title: String
  public let summary: String
  /// The standard deviation of the noise on all that the discriminator sees at the first step, in
  /// standard units; 0 for none.
  let firstNoise: Double
  /// The same from the method's usual number of steps on.
  let lastNoise: Double
  /// The weight gamma of the penalty on the discriminator's slope at real points; 0 for none.
  let penalty: Double

  public static let familyName = "stabilizer"

  /// Every stabilizer; add a new one here.
  public static let allCases: [GANStabilizer] = [.none, .instanceNoise, .r1]

  /// The game alone (Goodfellow et al. 2014).
  public static let none = GANStabilizer(
    id: "none", title: "None", summary: "the game alone, in which modes are lost", firstNoise: 0,
    lastNoise: 0, penalty: 0)

  /// Data and samples overlap where both are blurred (Sonderby et al. 2017; Arjovsky and Bottou 2017).
  ///
  /// Blurs of two distributions are the same only where these are, so the answer is right with any noise;
  /// without it the game has no rest (Mescheder et al. 2018), and may lose at its end what it had found.
  public static let instanceNoise = GANStabilizer(
    id: "instance-noise", title: "Instance noise",
    summary: "noise on both inputs of the discriminator, falling to a fifth over the run",
    firstNoise: 0.5, lastNoise: 0.1, penalty: 0)

  /// The discriminator is kept flat at real points, and then the game comes to rest (Mescheder et al.
  /// 2018).
  public static let r1 = GANStabilizer(
    id: "r1", title: "R1", summary: "a penalty on the discriminator's gradient at real points",
    firstNoise: 0, lastNoise: 0, penalty: 0.1)

  /// The standard deviation of the noise at a step, in standard units: falling along a line up to the
  /// method's usual number of steps, and staying from there on.
  ///
  /// - Parameter step: from 1.
  func noise(atStep step: Int) -> Double {
    let share = min(1, Double(step - 1) / Double(Method.gan.usualIterations))
    return firstNoise + (lastNoise - firstNoise) * share
  }
}
