import Diffusion
import Testing

@testable import stipple

/// Learning at a rate that is far too high.
@Suite struct AstrayTrainingTests {
  /// The methods whose networks are of points.
  private static let methods = Method.allCases.filter { $0.trained != nil && $0 != .latent }

  @Test("What learning has written is read again, however far it went astray", arguments: methods)
  func written(method: Method) throws {
    let scratch = try Scratch()
    let preset = try scratch.write(
      """
      method: \(method.id)
      distribution: eight-gaussians
      model: {kind: learned, hidden: [8]}
      training: {batch: 32}
      """, to: "astray.yaml")
    let weights = scratch.file("astray.safetensors")
    let trained = Invocation(
      "train", preset, "--rate", "10", "--iterations", "150", "-o", weights)
    #expect(trained.status == 0, "\(trained.notes)")
    let sampled = Invocation("sample", preset, "--model", weights, "--count", "3")
    #expect(sampled.status == 0 && sampled.rows.count == 3, "\(sampled.notes)")
    #expect(sampled.rows.allSatisfy { $0.prefix(2).allSatisfy(\.isFinite) }, "\(sampled.output)")
  }
}
