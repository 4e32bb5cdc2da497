import Diffusion
import TextScreen

extension Command {
  /// What is said of latent pictures besides their prompt.
  static let latent = [
    Command(
      "set generator", "NAME", example: "autoregressive", "what makes latents of a prompt",
      choices: { state in
        settings(of: state) == nil ? [] : LatentMaker.allCases.map(\.rawValue)
      },
      current: { settings(of: $0)?.generator.rawValue }
    ) { value, state in
      let names = LatentMaker.allCases.map(\.rawValue)
      guard
        let generator = Spelling.known(value, among: names).flatMap(LatentMaker.init(rawValue:))
      else {
        throw UnknownName(name: value, family: "generator", known: names)
      }
      return try changed(state) { $0.generator = generator }
    },
    Command(
      "set cascade", "V|off", example: "0.1",
      "a cascade to pictures twice as large, told the small ones with noise V from 0 to 1",
      choices: { settings(of: $0) == nil ? [] : [off, "0", "0.1", "0.3", "1"] },
      current: { state in
        settings(of: state).map { $0.cascade.map { Text.short($0) } ?? off }
      }
    ) { value, state in
      let noise = Double(value)
      let isNoise = noise.map { (0...1).contains($0) } ?? false
      guard isNoise || value == off else {
        throw CommandError("cascade must be off or from 0 to 1, not '\(value.excerpt)'")
      }
      return try changed(state) { $0.cascade = noise }
    },
  ]

  private static let off = "off"

  private static func settings(of state: AppState) -> LatentSettings? {
    state.experiment.methodSettings as? LatentSettings
  }

  private static func changed(
    _ state: AppState, _ change: (inout LatentSettings) -> Void
  ) throws -> [Action] {
    guard var settings = settings(of: state) else {
      throw CommandError("only latent makes pictures; 'preset latent' shows it")
    }
    change(&settings)
    var experiment = state.experiment
    experiment.methodSpecification = MethodSpecification(settings)
    return [.experiment(.change(experiment))]
  }
}
