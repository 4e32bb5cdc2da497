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

  @Test func theTableHasAVerdictOnEveryLaw() throws {
    let law = try #require(Law.all.first)
    let broken = Law.Reading(figure: .nan, bound: 1, isUpperBound: false)
    let table = VerifyCommand.table([
      .init(law: law, reading: Law.Reading(figure: 0.5, bound: 1, isUpperBound: true)),
      .init(law: law, reading: broken),
    ])
    #expect(
      table == """
        name,figure,side,bound,result,measured
        \(law.id),0.5,at most,1.0,pass,\(law.title)
        \(law.id),nan,at least,1.0,FAIL,\(law.title)

        """)
    #expect(Law.all.allSatisfy { !$0.title.contains(",") })
  }
}
