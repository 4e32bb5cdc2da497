import Foundation
import Testing

@testable import stipple

@Suite struct AtomicFileTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func aFileIsMadeAndReplaced() throws {
    let scratch = try Scratch()
    let path = scratch.file("a.txt")
    try AtomicFile.write(Data("first".utf8), to: path)
    #expect(try text(path) == "first")
    try AtomicFile.write(Data("second".utf8), to: path)
    #expect(try text(path) == "second")
    #expect(try scratch.names == ["a.txt"])
  }

  @Test func aFailureHalfWayLeavesTheOldFile() throws {
    let scratch = try Scratch()
    let path = try scratch.write("precious", to: "a.txt")
    #expect(throws: WorkError("the disk is full")) {
      try AtomicFile.write(to: path) { descriptor throws(WorkError) in
        _ = Foundation.write(descriptor, "half", 4)
        throw WorkError("the disk is full")
      }
    }
    #expect(try text(path) == "precious")
    #expect(try scratch.names == ["a.txt"])
  }

  @Test func permissionsAndLinksOfTheOldFileStay() throws {
    let scratch = try Scratch()
    let path = try scratch.write("old", to: "a.txt")
    chmod(path, 0o640)
    let link = scratch.file("link.txt")
    symlink(path, link)
    try AtomicFile.write(Data("new".utf8), to: link)
    #expect(try text(path) == "new")
    var status = stat()
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsSaid() {
    #expect(throws: WorkError("/dev/full: cannot be written: No space left on device", status: 2)) {
      try AtomicFile.write(Data("text".utf8), to: "/dev/full")
    }
  }

  @Test func aMissingFolderIsFoundBeforeTheWork() throws {
    let scratch = try Scratch()
    let path = scratch.file("no/such/a.txt")
    #expect(throws: InputError.self) { try AtomicFile.check(path) }
    #expect(throws: WorkError.self) { try AtomicFile.write(Data(), to: path) }
    try AtomicFile.check(scratch.file("a.txt"))
  }

  @Test func aNewFileNeverTakesTheNameOfAnother() throws {
    let scratch = try Scratch()
    let path = scratch.file("a.txt")
    #expect(try AtomicFile.make(Data("first".utf8), at: path))
    #expect(try !AtomicFile.make(Data("second".utf8), at: path))
    #expect(try text(path) == "first")
    // A link that leads nowhere is somebody's too.
    let link = scratch.file("b.txt")
    symlink(scratch.file("nowhere.txt"), link)
    #expect(try !AtomicFile.make(Data("third".utf8), at: link))
    #expect(try scratch.names == ["a.txt", "b.txt"])
  }

  @Test func manyWhoMakeFilesAtOnceAllKeepTheirs() async throws {
    let scratch = try Scratch()
    let folder = scratch.path
    let winners = await withTaskGroup(of: [String].self) { group in
      for writer in 0..<8 {
        group.addTask {
          (0..<20).filter { number in
            let data = Data("\(writer)".utf8)
            return (try? AtomicFile.make(data, at: "\(folder)/\(number).txt")) == true
          }.map { "\($0) \(writer)" }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(winners.count == 20)
    for winner in winners {
      let words = winner.split(separator: " ")
      #expect(try text(scratch.file("\(words[0]).txt")) == words[1])
    }
    #expect(try scratch.names.count == 20)
  }

  @Test func aLinkThatLeadsNowhereIsFollowed() throws {
    let scratch = try Scratch()
    let link = scratch.file("link.txt")
    symlink("target.txt", link)
    try AtomicFile.check(link)
    try AtomicFile.write(Data("new".utf8), to: link)
    #expect(try text(scratch.file("target.txt")) == "new")
    let lost = scratch.file("lost.txt")
    symlink("no/such/folder.txt", lost)
    #expect(throws: InputError.self) { try AtomicFile.check(lost) }
  }

  @Test func longNamesAreWrittenAndTooLongOnesRefusedBeforeTheWork() throws {
    let scratch = try Scratch()
    // 255 bytes in 129 characters: as long as a name can be.
    let name = String(repeating: "é", count: 125) + ".text"
    try AtomicFile.check(scratch.file(name))
    try AtomicFile.write(Data("long".utf8), to: scratch.file(name))
    #expect(try text(scratch.file(name)) == "long")
    #expect(throws: InputError.self) { try AtomicFile.check(scratch.file(name + "s")) }
  }

  @Test func whatDeadProcessesLeftBehindIsRemovedOnceItIsOld() throws {
    let scratch = try Scratch()
    // No process has a number as large.
    let old = try scratch.write("half", to: ".stipple-999999999-1.part")
    let ours = try scratch.write("half", to: ".stipple-\(getpid())-1.part")
    _ = try scratch.write("half", to: ".stipple-999999999-2.part")
    for path in [old, ours] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: path)
    }
    try AtomicFile.write(Data("whole".utf8), to: scratch.file("a.txt"))
    #expect(
      try scratch.names
        == [
          ".stipple-999999999-2.part", ".stipple-\(getpid())-1.part", "a.txt",
        ].sorted())
  }

  @Test func aFolderIsNotAFileToWrite() throws {
    let scratch = try Scratch()
    let path = scratch.path
    let expected = InputError("is a folder; name a file in it", file: path)
    #expect(throws: expected) { try AtomicFile.check(path) }
  }
}
