import Testing

@testable import Diffusion
@testable import stipple

@Suite struct VerifyCommandTests {
  /// The laws that take long in a debug build; `stipple verify` measures them all.
  private static let slow = ["order-of-", "error-of-", "variance-of-", "ode-"]

  @Test(
    "The law holds",
    arguments: Law.all.map(\.id).filter { id in !slow.contains { id.hasPrefix($0) } })
  func law(id: String) throws {
    let law = try #require(Law.all.first { $0.id == id })
    let reading = try law.measure()
    #expect(reading.holds, "\(reading.figure) against \(reading.bound)")
  }

  @Test func lawsHaveNamesOfTheirOwn() {
    #expect(Set(Law.all.map(\.id)).count == Law.all.count)
  }

  @Test func aFigureThatIsNotANumberBreaksItsLaw() {
    for isUpperBound in [true, false] {
      let reading = Law.Reading(figure: .nan, bound: 1, isUpperBound: isUpperBound)
      #expect(!reading.holds)
    }
  }
}
