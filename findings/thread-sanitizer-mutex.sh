#!/usr/bin/env bash
# Swift on Linux: the thread sanitizer reports races inside Mutex.withLock.
#
# One would guess that what is only ever touched inside `Mutex.withLock` (Synchronization, Swift 6) is
# no race to the thread sanitizer that the compiler offers.
# What happens: taking a Mutex that is free is compiled into the program and seen. A thread that finds
# it taken waits inside libswiftSynchronization.so, which comes without the sanitizer, and what that
# thread then reads counts as read without the lock. Short sections that never meet are silent; as
# soon as threads do meet, every one of them is reported. NSLock does the same work without a report.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/lock.swift" <<'SWIFT'
import Foundation
import Synchronization

struct State {
  var count = 0
  mutating func work() {
    count += 1
    var sum = 0.0
    for number in 0..<50 { sum += Double(number).squareRoot() }
    if sum < 0 { count = 0 }
  }
}

protocol Box: Sendable { func work() }

final class MutexBox: Box {
  let state = Mutex(State())
  func work() { state.withLock { $0.work() } }
}

final class LockBox: Box, @unchecked Sendable {
  let lock = NSLock()
  var state = State()
  func work() { lock.withLock { state.work() } }
}

let box: any Box = CommandLine.arguments[1] == "Mutex" ? MutexBox() : LockBox()
let done = DispatchSemaphore(value: 0)
for _ in 0..<4 {
  Thread {
    for _ in 0..<20_000 { box.work() }
    done.signal()
  }.start()
}
for _ in 0..<4 { done.wait() }
SWIFT
swiftc --version 2>/dev/null | head -n 1
swiftc -sanitize=thread "$folder/lock.swift" -o "$folder/lock"
reports() {
  ("$folder/lock" "$1" 2>&1 || true) | grep -c "WARNING: ThreadSanitizer" || true
}
mutex=$(reports Mutex)
lock=$(reports NSLock)
echo "reports with Mutex: $mutex, with NSLock: $lock"
if [ "$mutex" -gt 0 ] && [ "$lock" -eq 0 ]; then
  echo "as stated"
else
  echo "this has changed"
  exit 1
fi
