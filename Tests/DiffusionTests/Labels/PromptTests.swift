import Foundation
import Testing

@testable import Diffusion

@Suite("Prompts")
struct PromptTests {
  private let mixture = Distribution.eightGaussians.mixture()

  @Test(
    "A prompt picks what its words cover, from left to right",
    arguments: [
      ("north", ["north"]), ("north or east", ["east", "north"]),
      ("thing not warm", ["west", "south-west", "south", "south-east"]),
      ("warm not north", ["east", "north-east", "north-west"]),
      ("not  warm or north", ["north", "west", "south-west", "south", "south-east"]),
      ("north not north or south", ["south"]), ("warm or east", Array(compass[..<4])),
      ("thing", compass),
    ])
  func selections(prompt: String, labels: [String]) throws {
    let selection = try mixture.vocabulary.selection(prompt)
    #expect(selection.labels == labels && selection.prompt == prompt)
    let part = try mixture.conditioned(on: prompt)
    #expect(part.labels == labels)
    #expect(
      part.components.map(\.mean)
        == mixture.components.filter { labels.contains($0.label) }.map(\.mean))
  }

  private static let compass = Distribution.eightGaussians.mixture().labels

  @Test(
    "What picks nothing is refused in a line",
    arguments: [
      ("", "a prompt needs a word, such as thing"), ("  ", "a prompt needs a word"),
      ("north or", "'or' needs a word after it"), ("or north", "'or' needs a word before it"),
      ("north not or south", "'not' needs a word after it"),
      ("not", "'not' needs a word after it"),
      ("norht", "there is no label 'norht'; did you mean 'north'?"),
      ("north and east", "there is no label 'north and east'"),
      ("north east", "did you mean 'north-east'?"), ("wram", "did you mean 'warm'?"),
      ("north not thing", "'north not thing' leaves nothing"),
    ])
  func refusals(prompt: String, words: String) {
    let error = #expect(throws: PromptError.self) { try mixture.vocabulary.selection(prompt) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("\n") == false)
  }

  @Test("Labels with blanks, and labels that read like prompts, are words too")
  func oddLabels() throws {
    let vocabulary = Vocabulary(
      labels: ["left eye", "dead or alive", "thing"],
      groups: [LabelGroup("eyes", covers: ["left eye", "right eye"])])
    #expect(try vocabulary.selection("left  eye or thing").indices == [0, 2])
    #expect(try vocabulary.selection("dead or alive").indices == [1])
    #expect(try vocabulary.selection("thing").labels == ["thing"])
    #expect(try vocabulary.selection("not eyes").indices == [1, 2])
  }

  @Test(
    "Every distribution of the gallery has labels and a word for all",
    arguments: Distribution.allCases)
  func gallery(_ distribution: Distribution) throws {
    let mixture = distribution.mixture()
    #expect(!mixture.labels.isEmpty && mixture.labels.allSatisfy { !$0.isEmpty })
    #expect(try mixture.vocabulary.selection("thing").indices == Array(mixture.labels.indices))
    for group in mixture.groups { #expect(group.labels.allSatisfy(mixture.labels.contains)) }
  }

  @Test("The posterior of a prompt is the sum over its labels")
  func posterior() throws {
    let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
    let whole = mixture.diffused(to: level)
    let posterior = try LabelPosterior(of: "warm not north", in: mixture, at: level)
    for point in [Point(0.3, -0.7), Point(1.2, 0.4), .zero] {
      let shares = whole.labelPosterior(at: point)
      let sum = shares[0] + shares[1] + shares[3]
      #expect(abs(exp(posterior.logProbability(at: point)) - sum) < 1e-12)
    }
  }
}
