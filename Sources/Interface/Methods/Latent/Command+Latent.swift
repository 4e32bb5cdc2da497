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
    Command(
      "set region", "SUBJECT|off", example: "seven",
      "where latents are to lie: where real pictures of a subject are, or anywhere",
      choices: { state in
        settings(of: state).map { [off] + $0.vocabulary.attributes[0].words } ?? []
      },
      current: { state in
        guard let region = settings(of: state)?.region else { return off }
        if case .subject(let word) = region { return word }
        return "painted"
      }
    ) { value, state in
      if value == off { return try changed(state) { $0.region = nil } }
      let words = settings(of: state)?.vocabulary.attributes[0].words ?? []
      guard words.isEmpty || words.contains(value) else {
        throw UnknownName(name: value, family: "subject", known: words)
      }
      return try changed(state) { $0.region = .subject(value) }
    },
    Command(
      "paint", "X Y RADIUS", example: "0.5 -1 0.4",
      "one more disc of the plane that latents are to lie in; set region off wipes them all"
    ) { value, state in
      let numbers = try numbers(value, 3, "a disc is X Y RADIUS")
      return try changed(state) { settings in
        let disc = LatentRegion.Disc(centre: Point(numbers[0], numbers[1]), radius: numbers[2])
        settings.region = .painting(disc, onto: settings.region)
      }
    },
    Command(
      "erase", "X Y", example: "0.5 -1", "the discs of a painted region that hold a place away"
    ) { value, state in
      let numbers = try numbers(value, 2, "a place is X Y")
      let place = Point(numbers[0], numbers[1])
      guard let region = settings(of: state)?.region else {
        throw CommandError("nothing is painted")
      }
      let left = region.erased(at: place)
      if left == region { throw CommandError("no disc holds the place '\(value.excerpt)'") }
      return try changed(state) { $0.region = left }
    },
  ]

  private static let off = "off"

  /// So many numbers with spaces between them.
  private static func numbers(_ value: String, _ count: Int, _ form: String) throws -> [Double] {
    let words = value.split(separator: " ")
    guard words.count == count else { throw CommandError("\(form), not '\(value.excerpt)'") }
    return try words.map { try number(String($0)) }
  }

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
