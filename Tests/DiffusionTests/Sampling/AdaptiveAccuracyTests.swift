import Foundation
import Testing

@testable import Diffusion

/// The adaptive solver asks of a model what it can give, and ends however wild the slope is.
@Suite("The adaptive solver follows its model") struct AdaptiveAccuracyTests {
  /// A standard-normal number that depends on every bit of a place and a time.
  private static func noise(_ place: Point, _ time: Double) -> Point {
    let bits = [place.x, place.y, time].reduce(UInt64(1)) {
      ($0 &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407) ^ $1.bitPattern
    }
    var stream = RandomStream(seed: bits)
    return stream.normalPoint()
  }

  @Test("noise is measured for what it is", arguments: [1e-8, 1e-6, 1e-3])
  func noiseIsMeasured(deviation: Double) {
    let points = Randomness(seed: 1).startPoints(500)
    let slope = { (places: [Point], later: Double) in
      places.map { place in
        let size = 1 + max(abs(place.x), abs(place.y))
        return Point(sin(3 * place.y), cos(2 * place.x))
          + deviation * size * Self.noise(place, later)
      }
    }
    let measured = RoundingNoise(at: points, first: slope(points, 0), slope: slope)
    #expect(abs(measured.typical / deviation - 1) < 0.1, "measured \(measured)")
    #expect(measured.toBear < 1.6 * deviation, "measured \(measured)")
  }

  @Test("noise of time alone is measured, and so is that of a few points among many")
  func unevenNoise() {
    let points = Randomness(seed: 1).startPoints(500)
    let ofTime = { (places: [Point], later: Double) in
      let noise = 1e-6 * Self.noise(.zero, later)
      return places.map { Point(sin(3 * $0.y), cos(2 * $0.x)) + noise }
    }
    let first = ofTime(points, 0)
    #expect(RoundingNoise(at: points, first: first, slope: ofTime).typical > 1e-7)

    let ofAFew = { (places: [Point], later: Double) in
      places.enumerated().map { index, place in
        let size = 1 + max(abs(place.x), abs(place.y))
        return (index % 100 == 0 ? 1e-5 : 1e-7) * size * Self.noise(place, later)
      }
    }
    let measured = RoundingNoise(at: points, first: ofAFew(points, 0), slope: ofAFew)
    #expect(measured.typical < 2e-6)
    #expect(measured.toBear > 3e-6 && measured.toBear < 1.5e-5, "measured \(measured)")
  }

  @Test("a smooth slope in double precision has none")
  func smoothSlopesHaveNone() {
    let points = Randomness(seed: 1).startPoints(100)
    let slope = { (places: [Point], later: Double) in
      places.map { Point(sin(3 * $0.y + later), cos(2 * $0.x - later)) }
    }
    #expect(RoundingNoise(at: points, first: slope(points, 0), slope: slope).toBear < 1e-14)
  }

  /// A rotation with noise, solved from 1 to 0.
  private func solution(
    noise deviation: Double, tolerance: Double
  ) -> (error: Double, calls: Int, limit: ToleranceLimit?) {
    let start = Randomness(seed: 2).startPoints(50)
    var calls = 0
    let solver = Extrapolation(tolerance: tolerance, isRounded: true) { places, time in
      calls += 1
      return places.map {
        let size = 1 + max(abs($0.x), abs($0.y))
        return Point(-3 * $0.y, 3 * $0.x) + deviation * size * Self.noise($0, time)
      }
    }
    let watch = WorkWatch()
    let end = watch.during { solver.solution(from: start, at: 1, to: 0) }
    let (cosine, sine) = (cos(3.0), sin(3.0))
    let exact = start.map { (place: Point) -> Point in
      Point(cosine * place.x + sine * place.y, cosine * place.y - sine * place.x)
    }
    let errors = zip(end, exact).map { (found: Point, right: Point) -> Double in
      (found - right).length / (1 + right.length)
    }
    let error = errors.max() ?? .nan
    return (error, calls, watch.progress.limit)
  }

  @Test(
    "a noisy slope is followed as closely as its noise allows, and no step is divided for ever",
    arguments: [1e-8, 1e-6, 1e-4])
  func noisySlopes(deviation: Double) {
    let fine = solution(noise: deviation, tolerance: 1e-12)
    #expect(fine.calls < 2500, "\(fine.calls) calls")
    #expect(fine.error < 25 * deviation, "\(fine.error)")
    #expect(fine.limit?.cause == .rounding)
    let kept = fine.limit?.kept ?? 0
    #expect(kept > deviation && kept < 5 * deviation, "\(kept)")
    #expect(fine.limit?.line(asked: 1e-12)?.contains("finer than the network's own") == true)
    #expect(fine.limit?.line(asked: nil) == nil)
    #expect(solution(noise: deviation, tolerance: 10 * deviation).limit == nil)
  }

  @Test("a few points with much more noise than the others do not make every step crumble")
  func unevenNoiseIsBorne() {
    let start = Randomness(seed: 2).startPoints(2000)
    var calls = 0
    let solver = Extrapolation(tolerance: 1e-9, isRounded: true) { places, time in
      calls += 1
      return places.enumerated().map { index, place in
        let size = 1 + max(abs(place.x), abs(place.y))
        let deviation = index % 100 == 0 ? 2e-6 : 1e-7
        return Point(-3 * place.y, 3 * place.x) + deviation * size * Self.noise(place, time)
      }
    }
    _ = solver.solution(from: start, at: 1, to: 0)
    #expect(calls < 2500, "\(calls) calls")
  }

  @Test(
    "slopes that nobody can follow are gone along all the same, and it is said",
    arguments: [1e4, 1e9, 1e30, Double.infinity])
  func wildSlopes(size: Double) {
    var calls = 0
    let solver = Extrapolation(tolerance: 1e-9) { places, time in
      calls += 1
      return places.map { size * Self.noise($0, time) }
    }
    let watch = WorkWatch()
    _ = watch.during {
      solver.solution(from: Randomness(seed: 2).startPoints(3), at: 1, to: 0)
    }
    #expect(calls < 400_000, "\(calls) calls")
    if size.isFinite { #expect(watch.progress.limit?.cause == .patience) }
  }

  @Test("work that is called off ends with the step that is being made")
  func callingOff() {
    let watch = WorkWatch()
    var calls = 0
    let solver = Extrapolation(tolerance: 1e-9) { places, time in
      calls += 1
      if calls == 100 { watch.callOff() }
      return places.map { 1e6 * Self.noise($0, time) }
    }
    _ = watch.during { solver.solution(from: [.zero], at: 1, to: 0) }
    #expect(calls < 200)
  }

  @Test(
    "networks of every kind, told or guided, are followed within patience and as exactly as is said",
    arguments: Parameterization.allCases, [nil, 3.0])
  func networks(predicts: Parameterization, weight: Double?) throws {
    var experiment = Experiment()
    experiment.model.network = NetworkSpecification(
      hidden: [32, 32], predicts: predicts, isLabelled: weight != nil)
    experiment.guidance = weight.map { GuidanceSpecification(label: "north", weight: $0) }
    experiment.sampler = SamplerSpecification(kind: .ode, steps: 1)
    let laboratory = try Laboratory(experiment)
    var trainer = laboratory.trainer()
    for _ in 0..<40 { _ = trainer.step() }
    let model = laboratory.guided(LearnedDenoiser(weights: trainer.weights))
    #expect(model.isRounded)
    let start = laboratory.start(count: 20)
    let ends = [nil, 1e-12, 1e-6].map { (tolerance: Double?) in
      var sampler = experiment.sampler
      sampler.options.tolerance = tolerance
      let (counted, watch) = (CountingDenoiser(model), WorkWatch())
      let process = laboratory.sampling(by: sampler).reverseProcess(asking: counted)
      let points = watch.during { process.run(from: start) }
      #expect(counted.calls < 21_000, "more than the patience of a whole way")
      return (points: points, kept: watch.progress.limit?.kept ?? tolerance ?? 1e-6)
    }
    // An error on the way grows up to the end, most where guidance drives the ways apart.
    let growth = weight == nil ? 100.0 : 1000
    for end in ends.dropFirst() {
      let bound = max(growth * 1e-6, end.kept, ends[0].kept)
      #expect(deviation(ends[0].points, end.points) < bound, "kept \(end.kept) and \(ends[0].kept)")
    }
  }

  @Test(
    "so do the networks of transports, on both paths and with every repair",
    arguments: [ScheduleKind.straightLine, .variancePreserving], TransportRepair.allCases)
  func transports(path: ScheduleKind, repair: TransportRepair) throws {
    var experiment = Experiment()
    experiment.schedule = ScheduleSpecification(kind: path, timesteps: 100)
    experiment.transport = TransportSpecification(
      prior: .perLabel(Arrangement.opposite.priors(for: try Laboratory(experiment).mixture)),
      repair: repair)
    experiment.model.network.hidden = [32, 32]
    experiment.sampler = SamplerSpecification(kind: .ode, steps: 1)
    let laboratory = try Laboratory(experiment)
    var trainer = try #require(laboratory.transportTrainer())
    for _ in 0..<20 { _ = trainer.step() }
    let start = try #require(laboratory.transportStart(count: 20))
    let transport = try #require(laboratory.transport)
    let fieldValues: [any VelocityField] = [
      LearnedVelocityField(weights: trainer.weights, of: transport),
      try #require(laboratory.exactVelocityField),
    ]
    for velocityField in fieldValues {
      let counted = CountingVelocityField(velocityField)
      let process = try #require(
        laboratory.transportProcess(with: counted, given: start.conditioning))
      let end = process.run(from: start.points)
      #expect(end.allSatisfy { $0.isFinite })
      #expect(counted.calls < 30_000, "\(counted.calls) calls")
    }
  }

  @Test("the likelihood along a network's flow is bounded work too")
  func likelihood() throws {
    var experiment = Experiment()
    experiment.model.network.hidden = [32, 32]
    let laboratory = try Laboratory(experiment)
    let counted = CountingDenoiser(LearnedDenoiser(weights: laboratory.trainer().weights))
    let flow = FlowLikelihood(of: counted, spread: laboratory.mixture.spread, tolerance: 1e-9)
    let end = try #require(laboratory.schedule.levels.last)
    let values = flow.logDensities(
      of: laboratory.data(count: 4).points, from: end,
      logPrior: FlowLikelihood.logPrior(deviation: 1)
    ).values
    #expect(values.allSatisfy { $0.isFinite })
    #expect(counted.calls < 40_000, "\(counted.calls) calls")
  }
}
