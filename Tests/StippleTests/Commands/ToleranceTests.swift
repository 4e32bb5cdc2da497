import Foundation
import Testing

@testable import stipple

@Suite("The tolerance of the adaptive solver") struct ToleranceTests {
  private static let preset = """
    distribution: eight-gaussians
    model: {hidden: [16, 16]}
    training: {batch: 32}
    sampler: ode
    """
  private static let transport = """
    distribution: eight-gaussians
    model: {hidden: [16, 16]}
    training: {batch: 32}
    prior: {arrangement: opposite}
    """

  @Test(
    "follows a network by itself; a finer one is said to be too fine, in one line",
    arguments: [preset, transport])
  func networks(preset: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write(preset, to: "preset.yaml")
    let weights = scratch.file("w.safetensors")
    #expect(Invocation("train", path, "--iterations", "20", "-o", weights).status == 0)
    let flags = ["sample", path, "--model", weights, "--count", "20", "--seed", "1"]
    let usual = Invocation(list: flags)
    #expect(usual.status == 0 && usual.notes.isEmpty, "\(usual.notes)")
    let coarse = Invocation(list: flags + ["--tolerance", "1e-4"])
    #expect(coarse.status == 0 && coarse.notes.isEmpty, "\(coarse.notes)")
    let fine = Invocation(list: flags + ["--tolerance", "1e-12"])
    #expect(fine.status == 0 && fine.notes.count == 1)
    #expect(
      fine.notes.first?.hasPrefix(
        "stipple: a tolerance of 1e-12 is finer than the network's own rounding allows; the ODE"
          + " was followed to ") == true, "\(fine.notes)")
    let deviation = zip(usual.rows, fine.rows).map { abs($0[0] - $1[0]) + abs($0[1] - $1[1]) }
    #expect((deviation.max() ?? 1) < 1e-3)
  }

  @Test("of an exact model is kept without a word")
  func exact() throws {
    let scratch = try Scratch()
    let path = try scratch.write(Self.transport, to: "preset.yaml")
    let run = Invocation("sample", path, "--tolerance", "1e-12", "--count", "10")
    #expect(run.status == 0 && run.notes.isEmpty)
  }

  @Test("no sampler runs away where beta rests at 0")
  func rests() throws {
    let scratch = try Scratch()
    let rests = try scratch.write(
      """
      schedule: {kind: custom, timesteps: 100, points: [[0, 0.2], [0.3, 0], [0.7, 0], [1, 0.2]]}
      model: exact
      """, to: "rests.yaml")
    for sampler in ["dpmpp-2m", "dpmpp-3m", "unipc-3", "dpmpp-2s", "lms-4", "plms", "deis-2"] {
      for grid in ["trailing", "uniform", "karras"] {
        let run = Invocation(
          "sample", rests, "--sampler", sampler, "--grid", grid, "--steps", "50", "--count", "4")
        #expect(run.status == 0, "\(sampler), \(grid): \(run.notes)")
      }
    }
  }
}
