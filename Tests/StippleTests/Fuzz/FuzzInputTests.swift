import Testing

@testable import stipple

/// What a fuzzer begins with, and what it holds the program to.
@Suite struct FuzzInputTests {
  @Test func everyKindIsAmongWhatItBeginsWithAndIsTakenAsItHasToBe() throws {
    let seeds = try FuzzInput.seeds()
    #expect(Set(seeds.map(\.kind)) == Set(FileKind.allCases.map(Optional.some) + [nil]))
    for seed in seeds {
      let again = try #require(FuzzInput(bytes: seed.bytes))
      #expect(again.kind == seed.kind && again.content == seed.content)
      #expect(try again.faults().isEmpty, "\(seed)")
    }
  }

  @Test func theTargetTakesWhatItBeginsWith() throws {
    for bytes in [[], [0], FuzzInput(.points, Array("x,y\n1,2\n".utf8)).bytes] {
      #expect(bytes.withUnsafeBufferPointer { fuzz($0.baseAddress, $0.count) } == 0)
    }
  }
}
