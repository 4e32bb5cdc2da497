/// How a network of energies learns from samples.
public struct EnergyObjective: Choice {
  public let id: String
  public let title: String
  public let summary: String
  /// The loss of a network that knows nothing, by which a rise is judged.
  let ignorance: Double

  public static let familyName = "objective"

  /// Every objective.
  public static let allCases: [EnergyObjective] = [.denoising, .contrastiveDivergence]

  /// Denoising score matching: the gradient is what it has to be (Vincent 2011; Song and Ermon 2019).
  public static let denoising = EnergyObjective(
    id: "denoising", title: "Denoising score matching",
    summary: "the gradient of the energy is asked to point to the noise in each point", ignorance: 1
  )

  /// Contrastive divergence: data is pushed down, and where short Langevin chains from the data lead
  /// is pushed up, until they lead nowhere (Hinton 2002); and so are points that would change places with
  /// those of other noise levels, which chains too short to leave a valley say nothing of.
  public static let contrastiveDivergence = EnergyObjective(
    id: "contrastive-divergence", title: "Contrastive divergence",
    summary: "data is pushed down, and its own short chains' ends and exchanges are pushed up",
    ignorance: 1)
}
