import Testing

@testable import Diffusion

/// Drawn digits and what is said of them.
@Suite struct PictureTests {
  private static let source = PictureSource.digits
  private static let vocabulary = PictureVocabulary(source.attributes)

  private static func brightness(_ picture: Picture) -> Float {
    picture.pixels.reduce(0, +)
  }

  private static func draw(_ traits: [Int?], seed: UInt64 = 3) -> Picture {
    var stream = Randomness(seed: seed).stream(.data)
    return source.picture(with: traits, from: &stream)
  }

  @Test("A picture has 192 numbers from 0 to 1, and is drawn again by its seed")
  func range() {
    var stream = Randomness(seed: 5).stream(.data)
    var again = Randomness(seed: 5).stream(.data)
    let pictures = Self.source.pictures(200, from: &stream)
    #expect(pictures == Self.source.pictures(200, from: &again))
    #expect(pictures.allSatisfy { $0.pixels.count == 192 })
    #expect(pictures.allSatisfy { $0.pixels.allSatisfy { (0...1).contains($0) } })
  }

  @Test(
    "Hardly any ink is cut off: beside and above the picture there would be none", arguments: 0..<10
  )
  func margin(digit: Int) {
    for seed in 0..<12 {
      let traits = [digit, 5, seed % 2, seed % 3, seed / 6, seed % 2]
      func ink(_ width: Int, _ height: Int) -> Float {
        var stream = Randomness(seed: UInt64(seed)).stream(.data)
        let hand = DigitHand(traits: traits, from: &stream)
        return hand.pixels(in: PictureShape(width: width, height: height)).reduce(0, +)
      }
      let inside = ink(8, 8)
      #expect(inside > 10)
      #expect(inside > 0.9 * ink(16, 8) && inside > 0.9 * ink(8, 16), "\(traits)")
    }
  }

  @Test("Bold is more ink than thin, and large more than small", arguments: 0..<10)
  func style(digit: Int) {
    let thin = Self.draw([digit, 5, 0, 1, 1, 0])
    let bold = Self.draw([digit, 5, 1, 1, 1, 0])
    let small = Self.draw([digit, 5, 0, 1, 0, 0])
    #expect(Self.brightness(bold) > 1.3 * Self.brightness(thin))
    #expect(Self.brightness(thin) > Self.brightness(small))
  }

  @Test("Leaning right moves the top to the right of the foot")
  func lean() {
    func tilt(_ lean: Int) -> Float {
      let pixels = Self.draw([1, 5, 0, lean, 1, 0]).pixels
      func middle(_ rows: Range<Int>) -> Float {
        var (sum, weight): (Float, Float) = (0, 0)
        for row in rows {
          for column in 0..<8 {
            let value = pixels[3 * (8 * row + column)]
            (sum, weight) = (sum + value * Float(column), weight + value)
          }
        }
        return sum / weight
      }
      return middle(0..<3) - middle(5..<8)
    }
    #expect(tilt(0) < -0.5 && abs(tilt(1)) < 0.4 && tilt(2) > 0.5)
  }

  @Test("A caption says everything, and is a prompt that holds for its picture")
  func captions() throws {
    var stream = Randomness(seed: 8).stream(.data)
    for picture in Self.source.pictures(50, from: &stream) {
      let caption = Self.vocabulary.caption(of: picture.traits)
      let prompt = try PicturePrompt(caption, in: Self.vocabulary)
      #expect(prompt.wanted.count == 6 && prompt.unwanted.isEmpty)
      #expect(prompt.holds(for: picture.traits, in: Self.vocabulary))
    }
    #expect(
      Self.vocabulary.caption(of: [7, 0, 1, 0, 1, 0])
        == "a large bold plain red seven, leaning left")
  }

  @Test("Captions of training are true of their picture")
  func writer() {
    let writer = CaptionWriter(of: Self.source)
    var stream = Randomness(seed: 8).stream(.data)
    var negations = 0
    for picture in Self.source.pictures(300, from: &stream) {
      let tokens = writer.tokens(for: picture.traits, from: &stream)
      let prompt = PicturePrompt(tokens: tokens, in: Self.vocabulary)
      negations += prompt.unwanted.count
      #expect(prompt.holds(for: picture.traits, in: Self.vocabulary))
    }
    #expect(negations > 20)
  }

  @Test("Every digit misses one colour, and every colour is seen")
  func heldOut() {
    #expect(Set(Self.source.heldOut.map { $0[0] }) == Set(0..<10))
    let all = (0..<10).flatMap { digit in (0..<6).map { [digit, $0] } }
    #expect(all.filter(Self.source.isHeldOut) == Self.source.heldOut)
  }

  @Test("Form and tint make the picture again")
  func split() {
    for colour in 0..<6 {
      let picture = Self.draw([3, colour])
      let back = FormAndTint(of: picture.pixels).pixels
      let worst = zip(picture.pixels, back).map { abs($0 - $1) }.max() ?? 1
      #expect(worst < 1e-5)
    }
  }

  @Test("The principal plane has orthonormal directions, the first with the larger variance")
  func plane() {
    var stream = Randomness(seed: 2).stream(.data)
    let pictures = Self.source.pictures(120, from: &stream).map { picture in
      let length = picture.pixels.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return picture.pixels.map { $0 / length }
    }
    let plane = PrincipalPlane(of: pictures)
    func product(_ one: Int, _ other: Int) -> Double {
      zip(plane.directions[one], plane.directions[other]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(abs(product(0, 0) - 1) < 1e-9 && abs(product(1, 1) - 1) < 1e-9)
    #expect(abs(product(0, 1)) < 1e-9)
    let points = pictures.map(plane.point)
    let mean = points.reduce(.zero, +) / Double(points.count)
    #expect(abs(mean.x) < 1e-6 && abs(mean.y) < 1e-6)
    let squares = points.reduce(Point.zero) { $0 + $1 * $1 }
    #expect(squares.x > squares.y)
    // No other direction has more: the first one is a maximum of the variance.
    for index in stride(from: 0, to: 192, by: 24) {
      let values = pictures.map { Double($0[index]) - plane.mean[index] }
      #expect(values.reduce(0) { $0 + $1 * $1 } <= squares.x)
    }
  }
}
