import Diffusion
import Testing
import TextScreen

@testable import Interface

/// What holds for every kind of study, whoever adds one.
@Suite("Kinds of studies") struct StudyKindTests {
  @Test("Ids and words of commands are taken once, and names are words")
  func names() {
    let ids = StudyKind.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    let words = StudyKind.all.compactMap { $0.saved?.word }
    #expect(Set(words).count == words.count)
    for kind in StudyKind.all { #expect(!kind.id.isEmpty && !kind.name.isEmpty, "\(kind.id)") }
  }

  @Test("A kind that is kept has a command that says so and a key that begins it")
  func keptKinds() throws {
    for kind in StudyKind.all {
      guard let saved = kind.saved else { continue }
      #expect(Command.all.contains { $0.name == "save \(saved.word)" }, "\(kind.id)")
      let key = try #require(Key(named: saved.key), "\(kind.id)")
      let binding = try #require(KeyTable.binding(for: key, in: Self.state()), "\(kind.id)")
      guard case .studies(.toggle(let begun)) = binding.action else {
        Issue.record("\(saved.key) does not begin \(kind.id)")
        continue
      }
      #expect(begun == kind)
    }
  }

  @Test("A kind goes forward by every slice, ends, and never falls back")
  func progress() throws {
    let state = try Self.state()
    var begun = 0
    for kind in StudyKind.all where kind.obstacle(state) == nil {
      guard var study = kind.begin(state) else { continue }
      begun += 1
      var slices = 0
      while !study.isComplete, slices < 40 {
        let before = study.progress
        study.advance()
        slices += 1
        #expect(study.progress >= before && study.progress <= 1, "\(kind.id)")
        // Some slices only prepare the next; a few together do not stand still.
        if slices.isMultiple(of: 20) { #expect(study.progress > 0, "\(kind.id)") }
      }
    }
    #expect(begun >= 3)
  }

  @Test("A kind that is asked for is drawn in a panel that is there, and can be called off")
  func rooms() throws {
    for kind in StudyKind.all where kind.isAskedFor {
      var player = try Player(size: Size(columns: 120, rows: 40))
      guard kind.obstacle(player.state) == nil else { continue }
      let room = try #require(kind.room?(player.state), "\(kind.id)")
      #expect(room.rows > 0 && Panel.all.contains(room.panel), "\(kind.id)")
      player.perform(.studies(.toggle(kind)))
      #expect(player.state.studies.isPending(kind) || player.state.notice != nil, "\(kind.id)")
      player.perform(.studies(.toggle(kind)))
      #expect(!player.state.studies.isPending(kind), "\(kind.id)")
    }
  }

  private static func state() throws -> AppState {
    var experiment = Experiment()
    experiment.particles = 40
    experiment.model.kind = .exact
    experiment.guidance = GuidanceSpecification()
    experiment.guidance?.label = "north"
    experiment.sampler.steps = 4
    return try AppState(experiment: experiment, size: Size(columns: 120, rows: 40))
  }
}
