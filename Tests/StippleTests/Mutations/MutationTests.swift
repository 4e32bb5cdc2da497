import Diffusion
import Foundation
import Testing

@testable import stipple

/// Files of every kind that are wrong somewhere, from the seed STIPPLE_SEED, as many as
/// STIPPLE_MUTATIONS says.
///
/// A file that ends the program stays in its folder, which is told where a number is asked for; so is
/// what took longest.
@Suite("Mutated files", .serialized)
struct MutationTests {
  private static let environment = ProcessInfo.processInfo.environment
  /// How many files are asked for; nil for the few of every day.
  static let asked = environment["STIPPLE_MUTATIONS"].flatMap { Int($0) }
  private static let seed = environment["STIPPLE_SEED"].flatMap { UInt64($0) } ?? 1
  /// The most seconds of the processor that a file may take, where a number is asked for.
  private static let mostSeconds = 1.0

  @Test("are read, or refused in one line with a place", arguments: MutatedKind.all)
  func mutated(kind: MutatedKind) throws {
    let shares = MutatedKind.all.reduce(0) { $0 + 1 / Double($1.rarity) }
    let count = Double(Self.asked ?? 1500) / (shares * Double(kind.rarity))
    let folder = try Scratch()
    let path = folder.file(kind.name == "sessions" ? "session.json" : "in.\(kind.ending)")
    if Self.asked != nil { print("\(kind.name): \(Int(count.rounded(.up))) files, now \(path)") }
    let files = try kind.files()
    for file in files {
      try Data(file).write(to: URL(filePath: path))
      #expect(throws: Never.self, "a whole file of \(kind.name) is read") { try kind.read(path) }
    }
    var mutator = Mutator(seed: Self.seed)
    var (refused, slowest) = (0, (seconds: 0.0, number: 0))
    for number in 0..<Int(count.rounded(.up)) {
      let bytes = kind.change(&mutator, files)
      try Data(bytes).write(to: URL(filePath: path))
      let start = Self.processorSeconds
      let reply = try Refusal { try kind.read(path) }
      let seconds = Self.processorSeconds - start
      if seconds > slowest.seconds { slowest = (seconds, number) }
      if Self.asked != nil, seconds > Self.mostSeconds {
        try Data(bytes).write(to: URL(filePath: "\(folder.path)-slow-\(number)"))
        Issue.record("\(kind.name), file \(number) of seed \(Self.seed): \(seconds) s")
      }
      guard let reply else { continue }
      refused += 1
      let faults = reply.faults(tellsLines: kind.kind.tellsLines)
      #expect(
        faults.isEmpty,
        "\(kind.name), file \(number) of seed \(Self.seed): \(faults): \(reply.text.debugDescription)"
      )
    }
    #expect(refused > 0)
    if Self.asked != nil {
      print("\(kind.name): \(refused) refused, longest \(slowest), most memory \(Self.mostMemory)")
    }
  }

  @Test func theSameSeedMakesTheSameFiles() {
    let files = [Array("a: [1, 2]\nb: c\n".utf8), Array("title: x\n".utf8)]
    let made = (0..<2).map { _ in
      var mutator = Mutator(seed: 3)
      return (0..<100).map { _ in mutator.changed(files, isText: true) }
    }
    #expect(made[0] == made[1] && Set(made[0]).count > 60)
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  /// The most memory of this process so far, as the system says it.
  private static var mostMemory: String {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? "not known"
    return line.split(separator: " ").suffix(2).joined(separator: " ")
  }
}
