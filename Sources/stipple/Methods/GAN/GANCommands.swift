import Diffusion
import Yams

/// GANs at the command line.
struct GANCommands: AtOnceCommands {
  typealias Process = GANProcess

  let making = "makes a point of each latent"
  let starts = "latents"
  let fieldWords = "how real points look to the discriminator"

  func isMeant(by entries: [String: PresetValue]) -> Bool {
    PresetReader.trainingValue(Self.key, in: entries) != nil
  }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    var settings = experiment.methodSettings as? GANSettings ?? GANSettings()
    if let value = PresetReader.trainingValue(Self.key, in: entries) {
      settings.stabilizer = try value.member(of: GANStabilizer.self)
    }
    return settings
  }

  /// The key of the stabilizer in the section `training`.
  private static let key = "stabilizer"

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] {
    [nameEntry]
  }

  func trainingEntries(of experiment: Experiment, path: String) -> [(String, Node?)] {
    guard let settings = experiment.methodSettings as? GANSettings else { return [] }
    return [(Self.key, Node(settings.stabilizer.id))]
  }

  /// Prints how real points look to the discriminator: its logit, and D, which is its logistic
  /// function. The best one against the exact generator has a logit of 0 everywhere.
  func printField(
    _ command: FieldCommand, in laboratory: Laboratory, on console: Console
  ) throws {
    let networks = try weights(of: command.model, for: laboratory, on: console)?.networks
    let points = try console.points(command.points, as: command.form.form).points
    let logits = networks?.logits(at: points) ?? points.map { _ in 0 }
    let verdicts = networks?.verdicts(at: points) ?? points.map { _ in 0.5 }
    var table = CSVTable(columns: ["x", "y", "logit", "real"])
    for (index, point) in points.enumerated() {
      table.append(numbers: [point.x, point.y, logits[index], verdicts[index]][...])
    }
    try console.output(table.text)
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? GANSettings, isDrawn else { return [:] }
    return ["method": .text(method.id), "stabilizer": .text(settings.stabilizer.id)]
  }
}
