import Diffusion
import Testing

@testable import stipple

/// What `--set` does not say stays as it was, within sections too.
@Suite("Changing a preset key by key")
struct PresetChangeTests {
  private func read(_ text: String, changing base: Experiment = Experiment()) throws -> Experiment {
    try PresetReader(file: "p.yaml").experiment(from: text, changing: base)
  }

  @Test("A section keeps the keys that a change does not say")
  func sectionsKeepKeys() throws {
    let base = try read(
      """
      schedule: {kind: linear, timesteps: 200, beta: [0.001, 0.05]}
      model: {kind: learned, hidden: [24, 24], predicts: v, activation: gelu, residual: true, labels: true}
      training: {batch: 64, rate: 0.004, optimizer: schedule-free-adam, label_dropout: 0.3}
      sampler: {kind: ddim, grid: leading, steps: 20, eta: 0.25}
      guidance: {label: north, weight: 3, interval: [0.1, 2]}
      """)
    let changes: [(String, (inout Experiment) -> Void)] = [
      ("schedule: {timesteps: 300}", { $0.schedule.timesteps = 300 }),
      ("schedule: {beta: [0.002, 0.05]}", { $0.schedule.beta.first = 0.002 }),
      ("model: {hidden: [8]}", { $0.model.network.hidden = [8] }),
      ("model: exact", { $0.model.kind = .exact }),
      ("training: {rate: 0.01}", { $0.training.rate = 0.01 }),
      ("training: {batch: 32}", { $0.training.batch = 32 }),
      ("sampler: {eta: 0.5}", { $0.sampler.options.eta = 0.5 }),
      ("sampler: {steps: 7}", { $0.sampler.steps = 7 }),
      ("sampler: ddim", { _ in }),
      ("guidance: {weight: 5}", { $0.guidance?.weight = 5 }),
      ("guidance: south", { $0.guidance?.label = "south" }),
      ("guidance: {label: south}", { $0.guidance?.label = "south" }),
    ]
    for (text, change) in changes {
      var expected = base
      change(&expected)
      #expect(try read(text, changing: base) == expected, "\(text)")
    }
  }

  @Test("Another kind begins with its usual parameters, over as many steps")
  func otherKindsBeginAfresh() throws {
    let base = try read(
      """
      schedule: {kind: linear, timesteps: 200, beta: [0.001, 0.05]}
      sampler: {kind: ddim, grid: leading, steps: 20, eta: 0.25}
      """)
    let changed = try read("{schedule: cosine, sampler: {kind: heun}}", changing: base)
    #expect(changed.schedule == ScheduleSpecification(kind: .cosine, timesteps: 200))
    #expect(changed.sampler == SamplerSpecification(kind: .heun, grid: .leading, steps: 20))
  }

  @Test("Data that a method has no use for is refused in a change as in a preset")
  func otherData() throws {
    let base = try read("method: latent")
    for text in ["distribution: two-moons", "distribution: {components: [{mean: [1, 0]}]}"] {
      #expect(throws: InputError.self) { try read(text, changing: base) }
      #expect(throws: InputError.self) { try read("{method: latent, \(text)}") }
    }
    #expect(try read("distribution: digits", changing: base) == base)
  }

  @Test("Another goal of guidance is led to as strongly as the one before")
  func goals() throws {
    let base = try read("{model: {labels: true}, guidance: {negative: west, weight: 2}}")
    let changed = try read("guidance: {label: east}", changing: base)
    #expect(changed.guidance == GuidanceSpecification(label: "east", weight: 2))
  }

  @Test("Every key of a transport leaves the others as they are")
  func transportsKeepKeys() throws {
    let base = try read(
      """
      distribution: {components: [
        {mean: [-1, 0], std: 0.2, label: a}, {mean: [1, 0], std: 0.2, label: b}]}
      prior: {per_label: {a: {mean: [0, 1], std: 0.3}, b: {mean: [0, -1], std: 0.3}}}
      coupling: label
      solver: {kind: sde, diffusion: 0.7}
      schedule: {kind: straight-line, timesteps: 500}
      sampler: {steps: 30}
      """)
    let transport = try #require(base.transport)
    let changes: [(String, (inout TransportSpecification) -> Void)] = [
      ("coupling: independent", { $0.coupling = .independent }),
      ("repair: assignment", { $0.repair = .assignment }),
      ("label_passed: true", { $0.isLabelPassed = true }),
      ("solver: {diffusion: 0.9}", { $0.diffusion = 0.9 }),
      ("solver: sde", { _ in }),
      ("path: straight-line", { _ in }),
      ("bridge_noise: 0.4", { ($0.bridgeNoise, $0.diffusion) = (0.4, 0.4) }),
    ]
    for (text, change) in changes {
      var settings = transport
      change(&settings)
      let changed = try read(text, changing: base)
      #expect(changed.transport == settings, "\(text)")
      #expect(changed.schedule == base.schedule, "\(text)")
      #expect(changed.sampler == base.sampler, "\(text)")
      #expect(changed.distribution == base.distribution, "\(text)")
    }
    let ode = try read("solver: ode", changing: base)
    #expect(ode.transport == transport)
    #expect(TransportSolver(ode.sampler.kind)?.equation == .ode)
    #expect(ode.sampler.steps == 30)
    let curved = try read("path: shifted-vp", changing: base)
    #expect(curved.transport == transport)
    #expect(curved.schedule.kind == TransportPath.shiftedVP.schedule)
  }

  @Test("Pairs that nobody chose go with the prior")
  func couplingFollowsThePrior() throws {
    let labels = "{per_label: {a: {mean: [0, 1], std: 0.3}, b: {mean: [0, -1], std: 0.3}}}"
    let base = try read(
      """
      distribution: {components: [
        {mean: [-1, 0], std: 0.2, label: a}, {mean: [1, 0], std: 0.2, label: b}]}
      prior: \(labels)
      """)
    #expect(base.transport?.coupling == .label)
    let changed = try read("prior: {components: [{mean: [5, 5], std: 1}]}", changing: base)
    #expect(changed.transport?.coupling == .independent)
    let back = try read("prior: \(labels)", changing: changed)
    #expect(back.transport == base.transport)
  }
}
