import Diffusion
import Testing
import TextScreen

@testable import Interface

/// One name for one thing, spelled alike; older spellings stay good.
@Suite struct CommandNamesTests {
  @Test func panelsAreCalledWhatStandsOnThem() {
    for panel in Panel.all {
      #expect(panel.id == panel.title.split(separator: " ").joined(separator: "-"))
    }
  }

  @Test func namesThatAreOfferedAreLowerCaseWithDashes() throws {
    let state = try AppState(experiment: Experiment(), size: Size(columns: 120, rows: 40))
    for command in Command.all where command.name.hasPrefix("view") || command.name == "panel" {
      for choice in command.choices(state) {
        #expect(choice.allSatisfy { $0.isLowercase || $0 == "-" }, "\(command.name) \(choice)")
      }
    }
    #expect(
      Command.all.allSatisfy { command in
        command.name.allSatisfy { $0.isLowercase || $0 == "-" || $0 == " " }
      })
  }

  @Test(arguments: [
    ("panel quality", "panel samples"), ("panel inspector", "panel particle"),
    ("view curve alphaBar", "view curve alpha-bar"), ("view curve logSNR", "view curve log-snr"),
    ("view curve posteriorVariance", "view curve posterior-variance"),
    ("view color label", "view colour label"), ("set sampler DDIM", "set sampler ddim"),
    ("set schedule Variance_Exploding", "set schedule variance-exploding"),
    ("view ground tiltedHere", "view ground tilted-here"),
    ("Set Sampler ddim", "set sampler ddim"),
  ])
  func olderSpellingsDoTheSameSilently(old: String, new: String) throws {
    let state = try AppState(experiment: Experiment(), size: Size(columns: 120, rows: 40))
    let actions = try Command.actions(for: old, in: state)
    #expect(!actions.isEmpty)
    #expect("\(actions)" == "\(try Command.actions(for: new, in: state))")
  }

  @Test(arguments: [
    ("panel sample", "samples"), ("view curve alpha", "alpha-bar"), ("set sampler dim", "ddim"),
  ])
  func unknownNamesAreAnsweredWithTheNearest(line: String, nearest: String) throws {
    let state = try AppState(experiment: Experiment(), size: Size(columns: 120, rows: 40))
    #expect { try Command.actions(for: line, in: state) } throws: {
      "\($0)".contains("did you mean '\(nearest)'?")
    }
  }
}
