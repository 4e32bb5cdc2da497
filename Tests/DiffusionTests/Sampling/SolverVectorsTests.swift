import Testing

@testable import Diffusion

/// Whole runs of the solver families against diffusers and k-diffusion, given the recorded sigmas.
@Suite struct SolverVectorsTests {
  /// The reference's runs and the sampler each is a run of.
  static let runs: [(run: String, sampler: Sampler)] = [
    ("edm_dpm2_n10", .midpoint), ("edm_dpm2_n18", .midpoint),
    ("edm_churn_n10", .churn), ("edm_churn_n18", .churn),
    ("edm_euler_ancestral_n10", .eulerAncestral), ("edm_euler_ancestral_n18", .eulerAncestral),
    ("dpmpp1_n20", .dpmpp1),
    ("dpmpp2m_linspace_n10", .dpmpp2m), ("dpmpp2m_linspace_n20", .dpmpp2m),
    ("dpmpp2m_leading_n10", .dpmpp2m), ("dpmpp2m_leading_n20", .dpmpp2m),
    ("dpmpp2m_trailing_n10", .dpmpp2m), ("dpmpp2m_trailing_n20", .dpmpp2m),
    ("dpmpp2m_karras_n10", .dpmpp2m), ("dpmpp2m_karras_n20", .dpmpp2m),
    ("dpmpp2m_sigmamin_n20", .dpmpp2m), ("edm_dpmpp2m_n10", .dpmpp2m),
    ("edm_dpmpp2m_n18", .dpmpp2m), ("dpmpp2m_heun_n20", .dpmpp2mHeun), ("dpmpp3m_n20", .dpmpp3m),
    ("dpmpp2s_n20", .dpmpp2s), ("unipc_bh2_o2_n10", .unipc2), ("unipc_bh2_o2_n20", .unipc2),
    ("unipc_bh2_o3_n20", .unipc3), ("deis_o2_n20", .deis2), ("lms_n20", .lms4),
    ("edm_lms_n10", .lms4), ("edm_lms_n18", .lms4),
  ]
  static let mixtures = ["irregular", "ring8"]

  /// The settings of the recorded runs of EDM's algorithm 2; others do not read them.
  static let options: SamplerOptions = {
    var options = SamplerOptions()
    options.churn = 10
    options.churnMin = 0.05
    options.churnMax = 50
    options.churnNoise = 1.003
    return options
  }()

  @Test(
    "Runs end where the reference's do, in the coordinates of every geometry",
    .vectors("04_samplers/dpmpp1_n20__ring8_final.csv"),
    arguments: runs, mixtures)
  func solvers(run: (run: String, sampler: Sampler), mixture: String) throws {
    let reference = try ReferenceRun(named: "\(run.run)__\(mixture)")
    for kind in [ScheduleKind.varianceExploding, .linear, .straightLine] {
      let error = try reference.error(of: run.sampler, in: kind, options: Self.options)
      #expect(error < 1e-9, "in the coordinates of \(kind.id)")
    }
  }

  @Test("… also those of the subset", arguments: ["unipc_bh2_o3_n20", "edm_lms_n10"])
  func subset(run: String) throws {
    let reference = try ReferenceRun(named: "\(run)__irregular")
    let sampler = run.contains("unipc") ? Sampler.unipc3 : .lms4
    #expect(try reference.error(of: sampler, in: .linear) < 1e-9)
  }

  @Test(
    "PLMS runs end where the reference's do",
    .vectors("04_samplers/pndm_plms_n20__ring8_final.csv"), arguments: mixtures)
  func plms(mixture: String) throws {
    let reference = try ReferenceRun(named: "pndm_plms_n20__\(mixture)")
    let schedule = try reference.schedule
    let calls = try #require(reference.calls)
    let grid = try TimeGrid(schedule: schedule, timestepList: calls)
    #expect(grid == GridKind.leading.grid(on: schedule, steps: 20))
    #expect(try reference.error(of: .plms, grid: grid) < 1e-9)
  }

  @Test(
    "Flow matching's runs end where the reference's do, shifted or not",
    .vectors("04_samplers/flow_euler_default_shift1.0_n10__ring8_final.csv"),
    arguments: ["default", "uniform"], ["1.0_n10", "3.0_n10", "1.0_n20", "3.0_n20", "3.0_n50"])
  func flow(spacing: String, shift: String) throws {
    for mixture in Self.mixtures {
      let run = "flow_euler_\(spacing)_shift\(shift)__\(mixture)"
      let reference = try ReferenceRun(named: run)
      let schedule = try Schedule(ScheduleSpecification(kind: .straightLine))
      let grid = try TimeGrid(schedule: schedule, sigmaList: #require(reference.sigmas))
      #expect(try reference.error(of: .flowEuler, grid: grid) < 1e-9)
    }
  }

  @Test(
    "The adaptive solver finds the reference's solution of the probability-flow ODE",
    .vectors("04_samplers/pfode_vp__ring8_final.csv"),
    arguments: [("vp", ScheduleKind.linear), ("edm", .varianceExploding), ("flow", .straightLine)],
    mixtures)
  func ode(run: (name: String, kind: ScheduleKind), mixture: String) throws {
    let reference = try ReferenceRun(named: "pfode_\(run.name)__\(mixture)")
    let schedule = try Schedule(ScheduleSpecification(kind: run.kind))
    let grid = GridKind.trailing.grid(on: schedule, steps: 1)
    var options = SamplerOptions()
    options.tolerance = 1e-11
    let scale = run.kind == .varianceExploding ? 80.0 : 1
    #expect(
      try reference.error(of: .ode, options: options, grid: grid, startScale: scale) < 1e-7)
  }

  @Test(
    "… and passes through the same states on the way",
    .vectors("04_samplers/pfode_edm_path__irregular.csv"))
  func path() throws {
    let table = try Vectors.table("04_samplers/pfode_edm_path__irregular.csv")
    let sigmas = try table.numbers("sigma")
    let points = try table.points()
    let visited = sigmas.indices.filter { $0 == 0 || sigmas[$0] != sigmas[$0 - 1] }
      .map { sigmas[$0] }
    let schedule = try Schedule(ScheduleSpecification(kind: .varianceExploding))
    let grid = try TimeGrid(schedule: schedule, sigmaList: visited)
    let process = ReverseProcess(
      denoiser: ExactDenoiser(mixture: try Vectors.mixture("irregular")), sampler: .ode,
      grid: grid, randomness: Randomness(seed: 1))
    var state = SamplingState(Array(points.prefix(16)))
    for step in 0..<grid.steps {
      state = process.advance(state, step: step)
      let expected = Array(points[(step + 1) * 16..<(step + 2) * 16])
      #expect(deviation(state.points, expected) < 1e-7)
    }
  }
}
