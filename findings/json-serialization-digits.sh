#!/usr/bin/env bash
# Swift on Linux: JSONSerialization changes the last digits of most doubles, JSONDecoder none.
#
# One would guess that Foundation reads a number of JSON as the nearest double, whichever of its two
# readers is asked: Swift prints every double so that reading it gives the same one back.
# What happens: of numbers with 16 and 17 digits JSONSerialization.jsonObject misses the double that was
# printed more often than not, by some units of the last place, and some of 15. JSONDecoder
# reads all of them right. So a table made of results that were read by the first differs from the
# results, and two files that should be equal are not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/digits.swift" <<'SWIFT'
import Foundation

struct Source {
  var state: UInt64 = 1
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }
}

func misses(_ numbers: [Double]) throws -> (serialization: Int, decoder: Int) {
  var found = (serialization: 0, decoder: 0)
  for number in numbers {
    let text = Data("[\(number)]".utf8)
    let list = try JSONSerialization.jsonObject(with: text) as? [Any]
    if list?.first as? Double != number { found.serialization += 1 }
    if try JSONDecoder().decode([Double].self, from: text) != [number] { found.decoder += 1 }
  }
  return found
}

var source = Source()
let whole = (0..<10_000).map { _ in source.next() }
let short = whole.compactMap { Double(String(format: "%.12g", $0)) }
for (name, numbers) in [("as they are", whole), ("of 12 digits", short)] {
  let found = try misses(numbers)
  print("\(name): JSONSerialization \(found.serialization), JSONDecoder \(found.decoder)")
}
let one = try JSONSerialization.jsonObject(with: Data("[0.3217368386417528]".utf8)) as? [Any]
print("0.3217368386417528 is read as \(one?.first as? Double ?? 0)")
SWIFT
swift --version 2>/dev/null | head -1
swiftc -O "$folder/digits.swift" -o "$folder/digits"
"$folder/digits" | tee "$folder/output"
grep -q "^as they are: JSONSerialization [1-9][0-9]*, JSONDecoder 0$" "$folder/output" \
  && grep -q "^of 12 digits: JSONSerialization 0, JSONDecoder 0$" "$folder/output" \
  && grep -q "is read as 0.32173683864175284$" "$folder/output" || {
  echo "the behaviour has changed" >&2
  exit 1
}
