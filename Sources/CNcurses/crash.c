// The report of a crash: a head, and what came to the screen until then. Both lie in memory, ready to
// be written by a signal handler, which may do little more than that.

#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
  // What has come, as far back as there is room: half an hour of a moving screen or more.
  room = 4 << 20,
  // The longest line that is kept. As much of the oldest may be overwritten while it is read.
  longest = 256 << 10,
  longest_path = 4096,
};

static char ring[room];
// All bytes that ever came, or that ought to have; those of a line count once it is there whole.
static atomic_size_t total;
// Whether a line was too long to be kept.
static atomic_int lacks_line;
static char *head;
static size_t head_count;
static char path[longest_path];
static atomic_int is_ready;

void terminal_crash_report(const char *file, const char *text, int32_t count) {
  terminal_crash_forget();
  if (strlen(file) >= sizeof path) return;
  head = malloc((size_t)count + 1);
  if (head == NULL) return;
  memcpy(head, text, (size_t)count);
  head_count = (size_t)count;
  strcpy(path, file);
  atomic_store(&total, 0);
  atomic_store(&lacks_line, 0);
  atomic_store(&is_ready, 1);
}

void terminal_crash_note(const char *line, int32_t count) {
  if (!atomic_load(&is_ready)) return;
  if (count > longest) {
    atomic_store(&lacks_line, 1);
    return;
  }
  size_t start = atomic_load(&total) % room;
  size_t first = (size_t)count < room - start ? (size_t)count : room - start;
  memcpy(ring + start, line, first);
  memcpy(ring, line + first, (size_t)count - first);
  atomic_fetch_add(&total, (size_t)count);
}

void terminal_crash_forget(void) {
  if (atomic_exchange(&is_ready, 0)) free(head);
  head = NULL;
}

static int write_all(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return 0;
    bytes += written;
    count -= (size_t)written;
  }
  return 1;
}

static int write_text(int file, const char *text) { return write_all(file, text, strlen(text)); }

// From a byte of all that came to the end.
static int write_ring(int file, size_t from, size_t end) {
  size_t start = from % room;
  size_t count = end - from;
  size_t first = count < room - start ? count : room - start;
  return write_all(file, ring + start, first) && write_all(file, ring, count - first);
}

const char *write_crash_report(int number) {
  // One thread is enough.
  if (!atomic_exchange(&is_ready, 0)) return NULL;
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return NULL;
  size_t end = atomic_load(&total);
  size_t from = 0;
  if (end > room) {
    from = end - room + longest;
    while (from < end && ring[(from - 1) % room] != '\n') from++;
  }
  int is_whole = from == 0 && !atomic_load(&lacks_line);
  char signal[] = "signal: 00\n";
  signal[8] = (char)('0' + number / 10 % 10);
  signal[9] = (char)('0' + number % 10);
  int is_fine = write_all(file, head, head_count) && write_text(file, signal) &&
    (is_whole || write_text(file, "whole: false\n")) && write_text(file, "events:\n") &&
    write_ring(file, from, end);
  fsync(file);
  close(file);
  return is_fine ? path : NULL;
}
