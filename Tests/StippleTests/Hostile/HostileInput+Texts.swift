/// Presets, tables and scripts.
extension HostileInput {
  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static func bomb(last: String) -> String {
    var text = "a: &a [1,1,1,1,1,1,1,1,1]\n"
    for (one, next) in zip("abcdefgh", "bcdefghi") {
      text += "\(next): &\(next) [\((0..<9).map { _ in "*\(one)" }.joined(separator: ","))]\n"
    }
    return text + last
  }

  static let presets: [HostileInput] = [
    .init(.preset, bomb(last: "title: *i\n"), "may stand for too much"),
    .init(.preset, bomb(last: "? *i\n: 1\n"), "may stand for too much"),
    .init(.preset, bomb(last: "? [*i, *i]\n: *i\n"), "may stand for too much"),
    .init(.preset, "a: &a [*a]\n", "undefined alias"),
    .init(.preset, "title: *none\n", "undefined alias"),
    .init(.preset, "title: " + many("[", 100_000), "not YAML"),
    .init(.preset, "title: " + many("{a: ", 20_000), "not YAML"),
    .init(.preset, many("- ", 50_000) + "a", "not YAML"),
    .init(.preset, many("? ", 50_000), "not YAML"),
    .init(.preset, "? " + many("k", 200_000) + "\n: 1\n", "there is no key 'kkk"),
    .init(.preset, "? a" + many("\u{301}", 100_000) + "\n: 1\n", "there is no key"),
    .init(.preset, "\"\\e]0;owned\\a\": 1\n", "there is no key '[U+001B]]0;owned[U+0007]'"),
    .init(.preset, "\u{202E}eltit: 1\n", "there is no key '[U+202E]eltit'"),
    .init(.preset, "title: [\u{9B}31m]\n", "not YAML"),
    .init(.preset, "schedule: \"\\x9b31m\"\n", "there is no schedule '[U+009B]31m'"),
    .init(.preset, "schedule: \"\\u2066x\\u200f\"\n", "there is no schedule '[U+2066]x[U+200F]'"),
    .init(.preset, "schedule: \"a\\nb\"\n", "there is no schedule 'a[U+000A]b'"),
    .init(.preset, "schedule: \(many("x", 500_000))\n", "there is no schedule 'xxx"),
    .init(.preset, "guidance: \(many("x", 100_000))\n", "there is no label 'xxx"),
    .init(.preset, "seed: \(many("9", 100_000))\n", "seed must be a whole number"),
    .init(.preset, "seed: -1\n", "seed must be a whole number from 0"),
    .init(.preset, "seed: 1e400\n", "seed must be a whole number"),
    .init(.preset, "seed: .nan\n", "seed must be a whole number"),
    .init(.preset, "seed: '7'\n", "in quotes; take the quotes away"),
    .init(.preset, "particles: 99999999999999999999\n", "particles must be a whole number"),
    .init(.preset, "particles: -9223372036854775808\n", "particles must be from 1"),
    .init(.preset, "schedule: {timesteps: 9223372036854775807}\n", "timesteps must be from 2"),
    .init(.preset, "sampler: {steps: 9223372036854775807}\n", "steps must be from 1"),
    .init(.preset, "training: {batch: 9223372036854775807}\n", "a batch has 1 to"),
    .init(.preset, "training: {rate: 1e308}\n", "a learning rate is from"),
    .init(.preset, "model: {hidden: [9223372036854775807]}\n", "a hidden layer has"),
    .init(.preset, "model: {hidden: [\(many("1,", 20_000))1]}\n", "a network has"),
    .init(.preset, "title: a\ntitle: b\n", "given more than once"),
    .init(.preset, "seed: 1\n---\nseed: 2\n", "not YAML"),
    .init(.preset, "%YAML 9.9\n---\nseed: 1\n", "not YAML"),
    .init(.preset, "!!python/object/apply:os.system ['true']\n", "must have keys"),
    .init(.preset, "<<: {seed: 1}\n", "merge keys (<<) are not read"),
    .init(.preset, "\tseed: 1\n", "a tab where YAML has spaces"),
    .init(.preset, "{\"title\": \"\\ud83d\"}", "not YAML"),
    .init(.preset, "{\"title\": \"\\udc00\\ud83d\"}", "not YAML"),
    .init(.preset, [0xFF, 0xFE, 0x61, 0x00], "not UTF-8 but UTF-16"),
    .init(.preset, [0x61, 0x3A, 0x20, 0xC3, 0x28], "the byte 0xC3 here is not UTF-8"),
    .init(.preset, [0x0A, 0x61, 0xC0, 0xAF], "the byte 0xC0 here is not UTF-8"),
    .init(.preset, [0xED, 0xA0, 0x80], "the byte 0xED here is not UTF-8"),
    .init(.preset, [0xF5, 0x80, 0x80, 0x80], "the byte 0xF5 here is not UTF-8"),
    .init(.preset, [0x74, 0x00, 0x3A, 0x31], "not YAML"),
    .init(.preset, Array(repeating: 0, count: 4096), "not YAML"),
    .init(.preset, many("#\n", 3 << 20), "too large to read; at most 4 MB are"),
    .init(.preset, "distribution: {points: ../../../etc/passwd}\n", "--allow-outside"),
    .init(.preset, "distribution: {points: /etc/shadow}\n", "--allow-outside"),
    .init(.preset, "distribution: {points: /proc/self/environ}\n", "--allow-outside"),
    .init(.preset, "distribution: {points: /dev/zero}\n", "--allow-outside"),
    .init(.preset, "distribution: {points: -}\n", "No such file or directory"),
    .init(.preset, "distribution: {points: '-'}\n", "No such file or directory"),
    .init(.preset, "distribution: {points: .}\n", "--allow-outside"),
    .init(.preset, "distribution: {points: \"a\\0b\"}\n", "is no file name"),
    .init(.preset, "distribution: {points: \(many("x", 100_000))}\n", "File name too long"),
    .init(.preset, "distribution: {word: \(many("x", 100_000))}\n", "a word must have"),
    .init(
      .preset, "distribution: {components: [{mean: [1e308, 0], std: 1}]}\n",
      "the mean of component 1"),
    .init(.preset, "distribution: {components: [{mean: [0, 0], std: 1e-300}]}\n", "std must be"),
    .init(.preset, "prior: {per_label: {[a]: 1}}\n", "a label must be a word"),
    .init(.preset, "words: {a: {b: c}}\n", "must be a list"),
    .init(.preset, "words: {? [a] : [b]}\n", "must be text"),
  ]

  /// A table whose label is bytes in quotes.
  private static func quoted(_ label: [UInt8]) -> [UInt8] {
    Array("x,y,label\n1,2,\"".utf8) + label + Array("\"\n".utf8)
  }

  static let tables: [HostileInput] = [
    .init(.points, "", "the file is empty"),
    .init(.points, many("\n", 3_000_000), "the file is empty"),
    .init(.points, many(" ", 3_000_000), "the file is empty"),
    .init(.points, "x,y\n" + many(" ", 3_000_000) + "1", "the line has 3000001 bytes"),
    .init(.points, "x,y\n" + many("\n", 1_500_000) + "1,2", "2:1: the line is empty; a row is x,y"),
    .init(.points, "x,y\n\"" + many("1,2\n", 100_000), "the quote that opens here is not closed"),
    .init(.points, many("x", 3_000_000), "the line has 3000000 bytes"),
    .init(.points, "x,y\n" + many("1", 2000) + ",2\n", "the field has 2000 bytes"),
    .init(.points, "x,y\n" + many(",", 60_000) + "\n", "60001 fields where the header names 2"),
    .init(.points, "x,y\n1,\u{1B}]52;c;QQ==\u{7}\n", "'[U+001B]]52;c;QQ==[U+00…' is not a finite"),
    .init(.points, "x,y\n1,\u{202E}2\n", "'[U+202E]2' is not a finite number"),
    .init(.points, "x,y\n1,\u{200B}2\n", "'[U+200B]2' is not a finite number"),
    .init(.points, "x,y\n1,٣\n", "'٣' is not a finite number"),
    .init(.points, "x,y\n1,0x10\n", "'0x10' is not a finite number"),
    .init(.points, "x,y\n1,1e999\n", "'1e999' is not a finite number"),
    .init(.points, "x,y\n1,nan\n", "'nan' is not a finite number"),
    .init(.points, "x,y\n1,\n", "the y is empty"),
    .init(.points, "x,y\n1,2\n3\n", "1 field where the header names 2"),
    .init(.points, "root:x:0:0:root:/root:/bin/bash\n", "there are no points after the header"),
    .init(
      .points, many("root:x:0:0:root:/root:/bin/bash\n", 2), "1:1: no column holds numbers"),
    .init(.points, [0x78, 0x2C, 0x79, 0x0A, 0x31, 0x2C, 0xFF, 0x0A], "the byte 0xFF here"),
    .init(.points, quoted([0x61, 0x0A, 0xAC]), "3:1: not a text file: the byte 0xAC here"),
    .init(.points, quoted([0xC3, 0x0A, 0x61]), "2:6: not a text file: the byte 0xC3 here"),
    .init(.points, quoted([0x61, 0x22, 0x22, 0x0A, 0x0A, 0x62, 0xFF]), "4:2: not a text file"),
    .init(.points, [0xFF, 0xFE, 0x78, 0x00], "there are no points after the header"),
    .init(.points, [0xFF, 0xFE, 0x78, 0x00, 0x2C], "not UTF-8 but UTF-16"),
    .init(.points, [0xFE, 0xFF, 0xDC, 0x00], "not UTF-8 but UTF-16"),
    .init(.points, [0x78, 0x2C, 0x79, 0x0A, 0x31, 0x2C, 0x00, 0x0A], "'[U+0000]' is not a finite"),
    .init(.noise, "", "the file is empty"),
    .init(.noise, "x,y\n1,2\n", "the first line must be step,point,x,y"),
    .init(.noise, "step,point,x,y\n0,9223372036854775807,0,0\n", "but the number of points is 2"),
    .init(.noise, "step,point,x,y\n-1,0,0,0\n", "'-1' is not a whole number"),
    .init(.noise, "step,point,x,y\n99999999999999999999,0,0,0\n", "is not a whole number"),
    .init(.noise, "step,point,x,y\n0,0,0,0\n0,0,0,0\n", "has noise in step 0 already"),
    .init(.noise, "step,point,x,y\n9223372036854775807,0,0,0\n", "has no noise for point 1"),
    .init(.noise, "step,point,x,y\n" + many("\n", 100), "there are no noise after the header"),
    .init(.script, "wait 601\n", "is no pause"),
    .init(.script, "wait nan\n", "is no pause"),
    .init(.script, "wait \u{1B}[2J\n", "is no pause"),
    .init(.script, "wait \(many("9", 100_000))\n", "is no pause"),
    .init(.script, [0x77, 0x80], "the byte 0x80 here is not UTF-8"),
    .init(.script, many("#\n", 1 << 20), "too large to read; at most 1 MB are"),
  ]
}
