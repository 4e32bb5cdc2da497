import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("What the plane shows by itself")
struct PlaneFitTests {
  @Test("Named data is seen about the origin as ever", arguments: Distribution.allCases)
  func gallery(of distribution: Distribution) throws {
    let state = try PlaneStates.state(distribution: .named(distribution))
    #expect(state.fit.middle == .zero)
    let spread = state.stage.laboratory.mixture.spread
    #expect(abs(state.fit.extent - 2.7 * max(spread, 1)) < 1e-12)
  }

  /// Points 30 units wide and far up, written out.
  private static let far = DistributionSpecification.points(
    (0..<40).map { Point(Double($0 % 7) / 3, 900 + Double($0)) }, labels: nil,
    source: DistributionSpecification.listSource)
  private static let wide = DistributionSpecification.components([
    GaussianMixture.Component(
      mean: Point(-5000, 40), covariance: Covariance(xx: 1e6, xy: 0, yy: 4), label: "a"),
    GaussianMixture.Component(
      mean: Point(300, 3000), covariance: Covariance(xx: 4, xy: 0, yy: 1), label: "b"),
  ])

  @Test(
    "Both ends of the run and all between are seen, wherever the data is",
    arguments: [ScheduleKind.linear, .straightLine, .varianceExploding, .cosine], [far, wide])
  func everythingIsSeen(on kind: ScheduleKind, of data: DistributionSpecification) throws {
    var experiment = Experiment(
      distribution: data, schedule: ScheduleSpecification(kind: kind, timesteps: 40),
      model: ModelSpecification(kind: .exact),
      sampler: SamplerSpecification(kind: .ddim, steps: 20), particles: 200)
    if kind == .linear { experiment.schedule.beta = .init(0.0025, 0.5) }
    var player = try Player(experiment, size: Size(columns: 80, rows: 24))
    for action in [Action.time(.togglePlay), .time(.toggleDirection)] {
      player.perform(action)
      for time in [0, 0.2, 0.5, 0.9, 1] {
        player.perform(.time(.seekTime(time)))
        let state = player.state
        let space = PlaneSpace(state, room: ScreenLayout(state).plane.inset(by: 1))
        let seen = state.frame.points.count { space.cell(of: $0) != nil }
        #expect(seen >= 190, "\(state.frame.direction) \(time) \(state.fit)")
      }
    }
  }

  @Test("The priors of a transport are seen with its data")
  func transport() throws {
    let data = DistributionSpecification.components(
      [("a", Point(400, 20)), ("b", Point(404, 20))].map {
        GaussianMixture.Component(
          mean: $0.1, covariance: Covariance(standardDeviation: 0.3), label: $0.0)
      })
    var experiment = Experiment(
      distribution: data, schedule: ScheduleSpecification(kind: .straightLine),
      model: ModelSpecification(kind: .exact), sampler: SamplerSpecification(kind: .ode))
    experiment.transport = TransportSpecification(
      prior: .perLabel([
        LabelPrior(label: "a", mean: Point(380, 60), deviation: 1),
        LabelPrior(label: "b", mean: Point(390, 60), deviation: 1),
      ]), coupling: .label)
    let state = try AppState(experiment: experiment, size: Size(columns: 100, rows: 30))
    let space = PlaneSpace(state, room: ScreenLayout(state).plane.inset(by: 1))
    for place in [Point(400, 20), Point(404, 20), Point(380, 60), Point(390, 60)] {
      #expect(space.cell(of: place) != nil)
    }
    // No room is given to an origin that is far away.
    #expect(state.fit.extent < 40)
  }

  @Test("The view follows other data, also from where one had looked closely")
  func follows() throws {
    var player = try Player()
    for _ in 0..<9 { player.perform(.plane(.zoom(closer: true))) }
    player.perform(.plane(.pan(columns: 20, rows: 5)))
    var changed = player.state.experiment
    changed.distribution = Self.far
    player.perform(.experiment(.change(changed)))
    #expect(player.state.view.camera == Camera())
    player.perform(.plane(.zoom(closer: true)), .experiment(.undo))
    #expect(player.state.view.camera == Camera())
    player.perform(.plane(.zoom(closer: true)), .experiment(.reseed))
    #expect(player.state.view.camera != Camera())
  }

  @Test("The mouse holds the place it takes, and the wheel turns about it")
  func mouse() throws {
    var experiment = Experiment.small
    experiment.distribution = Self.far
    var player = try Player(experiment)
    player.perform(.time(.togglePlay))
    let plane = ScreenLayout(player.state).plane
    let (column, row) = (plane.x + 12, plane.y + 9)
    func place(_ column: Int, _ row: Int) -> Point? {
      PlanePanel.place(
        atColumn: column, row: row, state: player.state, layout: ScreenLayout(player.state))
    }
    let held = try #require(place(column, row))
    player.perform(.mouse(Mouse(.press, column: column, row: row)))
    player.perform(.mouse(Mouse(.drag, column: column + 7, row: row + 3)))
    player.perform(.mouse(Mouse(.release, column: column + 7, row: row + 3)))
    let dragged = try #require(place(column + 7, row + 3))
    #expect((dragged - held).length < 1e-6)
    for kind in [Mouse.Kind.wheelUp, .wheelUp, .wheelDown] {
      player.perform(.mouse(Mouse(kind, column: column + 7, row: row + 3)))
      let turned = try #require(place(column + 7, row + 3))
      #expect((turned - held).length < 1e-6)
    }
  }

  @Test("However far one goes, the cloud is spoken of and 0 shows it")
  func noEnd() throws {
    var player = try Player()
    player.perform(.time(.togglePlay), .time(.seekTime(0)))
    let words = "0 shows it"
    #expect(!PlaneStates.plane(player.state).plainText.contains(words))
    for _ in 0..<500 { player.perform(.plane(.pan(columns: 40, rows: 0))) }
    #expect(PlaneStates.plane(player.state).plainText.contains(words))
    player.perform(.plane(.resetCamera))
    #expect(!PlaneStates.plane(player.state).plainText.contains(words))
    // A mode a thousandth of the way from the noise can be looked at closely.
    for _ in 0..<60 { player.perform(.plane(.zoom(closer: true))) }
    #expect(player.state.view.camera.zoom > 1e5)
    for _ in 0..<200 { player.perform(.plane(.zoom(closer: false))) }
    #expect(player.state.view.camera.zoom == Camera.zoomLimits.lowerBound)
  }
}
