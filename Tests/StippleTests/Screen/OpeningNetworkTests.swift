import Diffusion
import Testing
import TextScreen

@testable import Interface
@testable import stipple

/// The screen begins with a network of a file, whatever the method.
@Suite struct OpeningNetworkTests {
  private static let learning = Method.allCases.filter { $0.trained != nil }

  private static func trained(_ method: Method, in scratch: borrowing Scratch) throws -> (
    preset: String, file: String
  ) {
    let preset = try scratch.write(
      "{method: \(method.id), training: {batch: 16}, model: {hidden: [8, 6]}, particles: 20}\n",
      to: "p.yaml")
    let file = scratch.file("w.safetensors")
    let run = Invocation("train", preset, "--iterations", "2", "-o", file)
    #expect(run.status == 0, "\(run.notes)")
    return (preset, file)
  }

  private static func beginning(
    of preset: String, with file: String
  ) throws -> NetworkFileOption.Beginning {
    let console = Console(
      output: { _ in }, note: { _ in }, progress: nil, presets: PresetLibrary(folders: []))
    let option = try NetworkFileOption.parse(["--model", file])
    return try option.beginning(
      of: console.experiment(preset: preset, edits: []), on: console)
  }

  @Test("Runs ask the network of the file", arguments: learning)
  func runs(method: Method) throws {
    let scratch = try Scratch()
    let (preset, file) = try Self.trained(method, in: scratch)
    let beginning = try Self.beginning(of: preset, with: file)
    let weights = try #require(beginning.weights)
    #expect(weights.steps > 0)
    let state = try AppState(
      experiment: beginning.experiment, weights: weights, size: Size(columns: 80, rows: 24))
    #expect(state.experiment.method == method && state.experiment.model.kind == .learned)
    #expect(state.training.steps == weights.steps && state.training.activity == .paused)
    let asked = try #require(state.stage.model.weights)
    let frame = state.stage.laboratory.frame
    #expect(try asked.encoded() == weights.seen(in: frame).encoded())
    // The session that is kept of it gives the same network back.
    let kept = try Method.weights(decoding: weights.encoded())
    #expect(type(of: kept) == type(of: weights) && kept.steps == weights.steps)
    let shown = Invocation("render", preset, "--model", file, "--after", "0", "--size", "80x24")
    #expect(shown.status == 0 && !shown.output.isEmpty, "\(shown.notes)")
  }

  @Test("A network of another method is refused in a line", arguments: learning)
  func strangers(method: Method) throws {
    let scratch = try Scratch()
    let other: Method = method.id == "inverse-cdf" ? .energy : .inverseCDF
    let (_, file) = try Self.trained(other, in: scratch)
    let preset = try scratch.write("method: \(method.id)\n", to: "own.yaml")
    let run = Invocation("render", preset, "--model", file, "--after", "0")
    #expect(run.status != 0 && run.output.isEmpty)
    #expect(run.notes.count == 1 && run.notes[0].contains("w.safetensors"), "\(run.notes)")
  }

  @Test("Latent pictures begin with the parts of several files, and the rest is trained")
  func parts() throws {
    let scratch = try Scratch()
    var files: [String] = []
    for part in ["autoencoder", "text"] {
      let file = scratch.file("\(part).safetensors")
      let run = Invocation(
        "train", "latent", "--part", part, "--iterations", "2", "-o", file)
      #expect(run.status == 0, "\(run.notes)")
      files.append(file)
    }
    let beginning = try Self.beginning(of: "latent", with: files.joined(separator: ","))
    let weights = try #require(beginning.weights as? LatentWeights)
    #expect(weights.learned == [.autoencoder, .text] && weights.steps == 4)
    let state = try AppState(
      experiment: beginning.experiment, weights: weights, size: Size(columns: 80, rows: 24))
    let trainer = try #require(state.training.trainer as? LatentTrainer)
    // The text encoder was not given all its steps, and so begins anew.
    #expect(trainer.stages.map(\.part) == [.text, .diffusion, .classifier, .clip])
    let run = Invocation("render", "latent", "--model", "\(files[0]),", "--after", "0")
    #expect(run.status == 0, "\(run.notes)")
  }
}
