import ArgumentParser
import Diffusion
import Interface

/// Flags that say what is done on the screen before anybody presses a key.
struct PlayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Commands of the screen's command line to do then, such as 'pause; time 0.3; wait 1'.",
      valueName: "commands"))
  var play: String?

  @Option(
    help: ArgumentHelp("A file of such commands, one on each line.", valueName: "file"),
    completion: .file())
  var script: String?

  /// The most bytes a script may have.
  private static let byteLimit = 1 << 20

  /// The lines of the file, then those of the flag.
  func lines() throws(InputError) -> Script {
    var text: String?
    if let script { text = try TextFile.text(of: script, limit: Self.byteLimit) }
    do throws(ScriptError) {
      let spoken = try Script(play: play ?? "")
      guard let text, let script else { return spoken }
      return try Script(text: text, file: script) + spoken
    } catch {
      throw InputError("\(error)")
    }
  }
}

/// The flag that says in the words of a preset what no other flag does.
struct KeysOption: ExperimentOptions {
  @Option(
    help: ArgumentHelp(
      "Keys of a preset, such as '{distribution: two-moons, training: {rate: 0.01}}'.",
      valueName: "yaml"))
  var set: String?

  func apply(to experiment: inout Experiment) throws(InputError) {
    guard let set else { return }
    experiment = try PresetReader(file: "--set", isOutsideAllowed: true)
      .experiment(from: set, changing: experiment)
  }
}
