import Diffusion
import Foundation
import Interface
import Testing
import TextScreen

@testable import stipple

@Suite("Kept sessions")
struct SessionFolderTests {
  private func session(_ title: String, weights: (any TrainedWeights)? = nil) throws -> Session {
    var experiment = Experiment()
    experiment.title = title
    experiment.particles = 20
    let state = try AppState(
      experiment: experiment, weights: weights, size: Size(columns: 80, rows: 24))
    return Session(state)
  }

  private var weights: Weights {
    var trainer = Trainer(
      mixture: Distribution.eightGaussians.mixture(), dataName: "Eight Gaussians",
      network: NetworkSpecification(hidden: [4]), seed: 3)
    _ = trainer.step()
    return trainer.weights
  }

  @Test("the latest that nobody holds is gone on with, and what was kept of it")
  func latest() throws {
    let scratch = try Scratch()
    let folder = SessionFolder(path: scratch.path)
    #expect(throws: InputError.self) { try folder.resume(nil) }
    let kept = weights
    do {
      let file = try folder.begin()
      try file.keep(session("one"))
      try file.keep(session("one, later", weights: kept))
    }
    let entry = try #require(folder.entries.first)
    #expect(folder.entries.count == 1 && entry.title == "one, later" && !entry.isOpen)
    let (file, session) = try folder.resume(nil)
    #expect(session.record.title == "one, later")
    let encoded = try session.weights?.encoded()
    #expect(try encoded == kept.encoded())
    withExtendedLifetime(file) {
      #expect(folder.entries.first?.isOpen == true)
      let held = #expect(throws: InputError.self) { try folder.resume(nil) }
      #expect(held?.message == "every session is open in another program")
      let named = #expect(throws: InputError.self) { try folder.resume(entry.name) }
      #expect(named?.message == "the session \(entry.name) is open in another program")
    }
  }

  @Test("only the weights that the page names are left")
  func oneFileOfWeights() throws {
    let scratch = try Scratch()
    let folder = SessionFolder(path: scratch.path)
    let file = try folder.begin()
    var trainer = Trainer(
      mixture: Distribution.eightGaussians.mixture(), dataName: "Eight Gaussians",
      network: NetworkSpecification(hidden: [4]), seed: 3)
    for _ in 0..<5 {
      _ = trainer.step()
      try file.keep(session("one", weights: trainer.weights))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: file.folder)
    #expect(names.filter { $0.hasSuffix(".safetensors") }.count == 1)
    try file.keep(session("the last"), isLast: true)
    try file.keep(session("too late"))
    #expect(folder.entries.first?.title == "the last")
  }

  @Test("what is damaged, cut or from elsewhere is refused in one line, and the rest is listed")
  func damage() throws {
    let scratch = try Scratch()
    let folder = SessionFolder(path: scratch.path)
    let path: String
    do {
      let file = try folder.begin()
      path = "\(file.folder)/session.json"
      try file.keep(session("one"))
    }
    let whole = try Data(contentsOf: URL(filePath: path))
    for count in [0, 1, whole.count / 2, whole.count - 1] {
      try whole.prefix(count).write(to: URL(filePath: path))
      #expect(folder.entries.isEmpty)
      #expect(throws: InputError.self) { try SessionFile.session(in: PresetPath(path).folder) }
    }
    let text = String(decoding: whole, as: UTF8.self)
    try Data(text.replacing("\"version\":1", with: "\"version\":99").utf8)
      .write(to: URL(filePath: path))
    #expect(folder.entries.isEmpty)
  }

  @Test("old ones go, those that are held stay")
  func pruning() throws {
    let scratch = try Scratch()
    let folder = SessionFolder(path: scratch.path)
    for number in 0..<(SessionFolder.most + 5) {
      let path = "\(scratch.path)/\(number)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let lock = try #require(SessionLock(in: path))
      let file = SessionFile(folder: path, lock: lock)
      try file.keep(session("number \(number)"))
      let date = Date(timeIntervalSinceNow: -60 * Double(number))
      try FileManager.default.setAttributes(
        [.modificationDate: date], ofItemAtPath: "\(path)/session.json")
    }
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/never-kept", withIntermediateDirectories: true)
    let held = try #require(SessionLock(in: "\(scratch.path)/24"))
    let file = try folder.begin()
    try file.keep(session("new"))
    let left = try scratch.names
    withExtendedLifetime((held, file)) {
      let names = folder.entries.map(\.name)
      #expect(names.count == SessionFolder.most + 2)
      #expect(!left.contains("never-kept"))
      #expect(names.contains("24") && names.contains("0") && !names.contains("23"))
    }
  }

  @Test("ages are in the largest unit that fits")
  func ages() {
    let ages = [0.2: "0 seconds", 1: "1 second", 61: "1 minute", 7300: "2 hours", 90000: "1 day"]
    for (seconds, words) in ages { #expect(SessionFolder.age(seconds) == words) }
  }
}
