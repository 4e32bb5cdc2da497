import Foundation
import Testing

@testable import Diffusion
@testable import stipple

/// The commands on a preset of the method energy.
@Suite struct EnergyCommandTests {
  private static func preset(_ scratch: borrowing Scratch, training: String = "{batch: 32}") throws
    -> String
  {
    try scratch.write(
      """
      method: energy
      distribution:
        components:
          - {mean: [0, 1], covariance: [[0.5, 0.2], [0.2, 0.3]], label: a}
          - {mean: [3, -1], std: 0.4, label: b}
      model: {hidden: [16, 16]}
      training: \(training)
      sampler: {steps: 4}
      """, to: "energy.yaml")
  }

  @Test("A network is trained, walks, is judged and says its density")
  func commands() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let weights = scratch.file("energy.safetensors")
    let trained = Invocation("train", preset, "--iterations", "40", "-o", weights)
    #expect(trained.status == 0, "\(trained.notes)")
    #expect(trained.output.contains("\"predicts\" : \"energy\""))
    let judged = Invocation(
      "evaluate", preset, "--model", weights, "--count", "50", "--metrics",
      "energy-density,mixing", "--json")
    #expect(judged.status == 0, "\(judged.notes)")
    for key in ["density_mass", "density_kl", "acceptance", "mixing_steps_annealed", "metropolis"] {
      #expect(judged.output.contains("\"\(key)\""), "\(key)")
    }
    let sampled = Invocation(
      "sample", preset, "--model", weights, "--count", "5", "--trajectory")
    #expect(sampled.rows.count == 25)
    let points = try scratch.write("x,y\n0.3,-0.2\n1.5,0.4\n", to: "points.csv")
    let field = Invocation("field", preset, "--points", points, "--t", "400", "--model", weights)
    #expect(field.lines.first == "x,y,log_density,energy,score_x,score_y")
    // The same constant lies between energy and density everywhere.
    let constants = field.rows.map { $0[2] + $0[3] }
    #expect(abs(constants[0] - constants[1]) < 1e-9)
  }

  @Test("Of the exact energy the field is the density and its score")
  func exactField() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let points = try scratch.write("x,y\n0.3,-0.2\n", to: "points.csv")
    let own = Invocation("field", preset, "--points", points, "--t", "300")
    let text = try String(contentsOfFile: preset, encoding: .utf8)
      .replacingOccurrences(of: "method: energy\n", with: "")
    let plain = Invocation(
      "field", try scratch.write(text, to: "plain.yaml"), "--points", points, "--t", "300")
    #expect(abs(own.rows[0][2] - plain.rows[0][2]) < 1e-7)
    #expect(abs(own.rows[0][4] - plain.rows[0][3]) < 1e-9)
    #expect(abs(own.rows[0][5] - plain.rows[0][4]) < 1e-9)
  }

  @Test(
    "What is wrong is one line",
    arguments: [
      ("{objective: denoisin}", "there is no objective 'denoisin'; did you mean 'denoising'?"),
      ("{teacher: exact}", "teacher"),
    ])
  func badTraining(training: String, message: String) throws {
    let scratch = try Scratch()
    let run = Invocation("sample", try Self.preset(scratch, training: training))
    #expect(run.status == 2 && run.notes.count == 1)
    #expect(run.notes[0].contains(message), "\(run.notes)")
  }

  @Test("An objective alone is one of the method in hand")
  func objectiveAlone() throws {
    let experiment = try PresetReader(file: "p").experiment(
      from: "training: {objective: contrastive-divergence}",
      changing: PresetReader(file: "p").experiment(from: "method: energy"))
    #expect(
      experiment.methodSettings as? EnergySettings
        == EnergySettings(objective: .contrastiveDivergence))
  }

  @Test("Objective and metropolis are read back")
  func roundTrip() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch, training: "{objective: contrastive-divergence}")
    let experiment = try PresetReader.experiment(inFile: preset).withoutUnusedSettings
    let written = try PresetWriter.text(of: experiment, path: preset)
    let again = try scratch.write(written, to: "again.yaml")
    #expect(try PresetReader.experiment(inFile: again) == experiment, "\(written)")
  }
}
