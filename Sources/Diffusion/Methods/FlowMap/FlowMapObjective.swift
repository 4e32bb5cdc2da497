/// What a network of jumps is asked to answer while it learns.
///
/// All objectives have the same answer, the flow map of the marginals, and differ in what they need to
/// find it.
public struct FlowMapObjective: Choice {
  public let id: String
  public let title: String
  public let summary: String
  /// Whether it only learns from a teacher.
  public let needsTeacher: Bool
  /// The loss of a network that knows nothing, by which a rise is judged: learning goes astray where
  /// it loses much of what lies between.
  var ignorance = 1.0
  /// How the learning rate falls: where a teacher's ways say all, no target is noisy.
  var fall: Recipe.Fall { needsTeacher ? .rest : .root }
  /// Chooses the jumps of a block and sets the targets.
  let ask: @Sendable (inout FlowMapBlock) -> Void

  public static let familyName = "objective"

  /// Every objective; add a new one here and in a file of its own.
  public static let allCases: [FlowMapObjective] = [
    .consistencyDistillation, .consistency, .progressive, .shortcut, .meanFlow,
  ]
}
