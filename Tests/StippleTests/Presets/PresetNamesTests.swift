import Diffusion
import Testing

@testable import stipple

/// Keys of presets are spelled alike, and older spellings stay good.
@Suite struct PresetNamesTests {
  private func read(_ text: String) throws -> Experiment {
    try PresetReader(file: "p.yaml").experiment(from: text)
  }

  @Test func keysThatAreWrittenHaveUnderscores() throws {
    var experiment = try read("sampler: {kind: churn, churn_max: 5, churn_min: 0.1}\n")
    experiment.sampler.options.churnNoise = 1.01
    for kind in Sampler.allCases {
      experiment.sampler.kind = kind
      let text = try PresetWriter.text(of: experiment)
      let keys = text.matches(of: #/([A-Za-z_-]+): /#).map(\.output.1)
      #expect(keys.allSatisfy { !$0.contains("-") }, "\(kind.id): \(keys)")
    }
    #expect(SamplerOptions.Setting.churnMax.flag == "--churn-max")
  }

  @Test(arguments: [
    ("sampler: {kind: churn, churn_max: 5}", "sampler: {kind: churn, churn-max: 5}"),
    (
      "sampler: {kind: langevin, correction_ratio: 0.1}",
      "sampler: {kind: Langevin, correction-ratio: 0.1}"
    ),
    (
      "model: {labels: true}\ntraining: {label_dropout: 0.3}",
      "model: {labels: true}\ntraining: {label-dropout: 0.3}"
    ),
  ])
  func olderSpellingsOfKeysAreUnderstood(new: String, old: String) throws {
    #expect(try read(old) == read(new))
  }

  @Test func aKeyInTwoSpellingsIsGivenTwice() {
    #expect { try read("sampler: {kind: churn, churn_max: 5, churn-max: 6}") } throws: {
      "\($0)".contains("'churn_max' is given more than once")
    }
    #expect { try read("sampler: {kind: churn, churn-max: -1}") } throws: {
      "\($0)".hasPrefix("p.yaml:1:")
    }
    #expect { try read("sampler: {kind: churn, chrn_max: 5}") } throws: {
      "\($0)".contains("did you mean 'churn_max'?")
    }
  }
}
