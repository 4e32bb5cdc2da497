import Diffusion
import Yams

/// The region of latents in presets.
extension LatentCommands {
  static func region(_ value: PresetValue) throws(InputError) -> LatentRegion? {
    if value.node.sequence == nil {
      let word = try value.text()
      return word == off ? nil : .subject(word)
    }
    return .painted(
      try value.items("disc").map { item throws(InputError) in
        let numbers = try item.numbers(3, form: "[x, y, radius]")
        return LatentRegion.Disc(centre: Point(numbers[0], numbers[1]), radius: numbers[2])
      })
  }

  static func node(of region: LatentRegion?) -> Node {
    switch region {
    case nil: Node(off)
    case .subject(let word): PresetWriter.text(word)
    case .painted(let discs):
      PresetWriter.list(
        discs.map {
          PresetWriter.list(PresetWriter.numbers($0.centre.x, $0.centre.y, $0.radius))
        })
    }
  }
}
