import Testing

@testable import Diffusion

/// What prompts are and are not.
@Suite struct PicturePromptTests {
  private static let vocabulary = PictureVocabulary(PictureSource.digits.attributes)

  private static func words(_ tokens: [Int]) -> [String] { tokens.map { vocabulary.words[$0] } }

  @Test("Words are wanted, and those after 'not' are not")
  func reading() throws {
    let prompt = try PicturePrompt("A bold Red 7, not leaning left", in: Self.vocabulary)
    #expect(Self.words(prompt.wanted) == ["bold", "red", "seven"])
    #expect(Self.words(prompt.unwanted) == ["left"])
    #expect(prompt.holds(for: [7, 0, 1, 2, 0, 0], in: Self.vocabulary))
    #expect(!prompt.holds(for: [7, 0, 1, 0, 0, 0], in: Self.vocabulary))
    #expect(!prompt.holds(for: [7, 1, 1, 2, 0, 0], in: Self.vocabulary))
    #expect(try PicturePrompt("", in: Self.vocabulary).tokens.isEmpty)
  }

  @Test(
    "What cannot be asked is refused in one line",
    arguments: [
      ("red sevn", "there is no word 'sevn'; did you mean 'seven'?"),
      (
        "seven three",
        "a picture has one digit, and the prompt asks for both seven and three; leave one of them out"
      ),
      ("red seven not", "a word has to follow 'not', such as 'not bold'"),
      ("seven not not red", "'not' stands twice in a row; say what is not wanted after it"),
      (
        "red seven not red", "the prompt asks for red and for not red; leave one of them out"
      ),
      ("not thin not bold", "the prompt wants no weight at all; leave one of them"),
    ])
  func refusals(text: String, message: String) {
    #expect {
      _ = try PicturePrompt(text, in: Self.vocabulary)
    } throws: { error in
      "\(error)" == message
    }
  }

  @Test("An unknown word without a neighbour names those there are, without control characters")
  func unknown() {
    #expect {
      _ = try PicturePrompt("qqqq\u{1b}qqqq", in: Self.vocabulary)
    } throws: { error in
      "\(error)".contains("known are zero, one") && !"\(error)".contains("\u{1b}")
    }
  }
}
