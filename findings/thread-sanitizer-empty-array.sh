#!/usr/bin/env bash
# Swift: an array made with Array(unsafeUninitializedCapacity: 0) is a race between threads.
#
# One would guess that an array made in a thread of its own touches nothing that others touch.
# What happens: arrays without elements are all one and the same object of the standard library, and
# this initializer sets the count of whatever it has made, so that two threads write the same place at
# once, 0 over 0. Array(repeating:count:) and [] write nothing there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/empty.swift" <<'SWIFT'
import Foundation

@inline(never) func made(_ count: Int) -> [Float] {
  if CommandLine.arguments[1] == "repeating" { return [Float](repeating: 0, count: count) }
  return [Float](unsafeUninitializedCapacity: count) { memory, made in
    for index in 0..<count { memory.initializeElement(at: index, to: 0) }
    made = count
  }
}

let done = DispatchSemaphore(value: 0)
for _ in 0..<4 {
  Thread {
    var sum = 0
    for _ in 0..<1000 { sum += made(0).count }
    if sum > 0 { exit(3) }
    done.signal()
  }.start()
}
for _ in 0..<4 { done.wait() }
SWIFT
swiftc --version 2>/dev/null | head -n 1
swiftc -sanitize=thread "$folder/empty.swift" -o "$folder/empty"
reports() {
  ("$folder/empty" "$1" 2>&1 || true) | grep -c "WARNING: ThreadSanitizer" || true
}
capacity=$(reports capacity)
repeating=$(reports repeating)
echo "reports with unsafeUninitializedCapacity: $capacity, with repeating: $repeating"
if [ "$capacity" -gt 0 ] && [ "$repeating" -eq 0 ]; then
  echo "as stated"
else
  echo "this has changed"
  exit 1
fi
