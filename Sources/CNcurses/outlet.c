// Everything that is written to the terminal goes through here, and nothing here waits for whoever
// reads it: what there is no room for stays, and frames are made only when nothing stays.

#define _GNU_SOURCE

#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

// What waits is a frame and a few words; so much only if somebody copies whole books.
enum { most_waiting = 1 << 24 };

int glass = -1;

static char *waiting;
static size_t capacity;
// The bytes that wait are those from `start` to `end`.
static size_t start;
static size_t end;
static volatile int is_cut;

void open_outlet(void) {
  start = end = 0;
  is_cut = 0;
  if (glass >= 0) return;
  const char *name = ttyname(STDOUT_FILENO);
  if (name != NULL) glass = open(name, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
}

void close_outlet(void) {
  outlet_drop();
  free(waiting);
  waiting = NULL;
  capacity = 0;
  // The terminal ends for whoever reads it when the last descriptor is closed.
  int last = glass;
  glass = -1;
  if (last >= 0) close(last);
}

void outlet_drop(void) {
  start = end = 0;
  is_cut = 0;
}

int outlet_is_cut(void) { return is_cut; }

int32_t terminal_push(void) {
  // Without a descriptor of our own there is no other way than to wait.
  int output = glass >= 0 ? glass : STDOUT_FILENO;
  while (start < end) {
    ssize_t written = write(output, waiting + start, end - start);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) return 0;
    // A terminal that is gone takes nothing any more; that it is gone is noticed where we read.
    if (written <= 0) break;
    is_cut = 1;
    start += (size_t)written;
  }
  outlet_drop();
  return 1;
}

// Puts bytes behind what waits.
static void outlet_add(const char *bytes, size_t count) {
  if (count == 0 || end - start + count > most_waiting) return;
  if (end + count > capacity) {
    size_t wanted = 2 * (end + count);
    char *larger = realloc(waiting, wanted);
    if (larger == NULL) return;
    waiting = larger;
    capacity = wanted;
  }
  memcpy(waiting + end, bytes, count);
  end += count;
}

void outlet_put(const char *bytes, size_t count) {
  outlet_add(bytes, count);
  terminal_push();
}

static int64_t milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int outlet_drain(int milliseconds) {
  int64_t due = milliseconds_now() + milliseconds;
  while (!terminal_push()) {
    int64_t left = due - milliseconds_now();
    struct pollfd room = {.fd = glass, .events = POLLOUT};
    if (left <= 0) return 0;
    poll(&room, 1, (int)left);
  }
  return 1;
}

void terminal_write(const char *bytes, int32_t count) {
  if (count > 0) outlet_put(bytes, (size_t)count);
}

// MARK: What curses draws

// Curses waits for whoever reads what it writes. A file in memory takes everything.
static FILE *easel;

FILE *open_easel(void) {
#ifdef __linux__
  int file = memfd_create("screen", MFD_CLOEXEC);
  if (file >= 0) easel = fdopen(file, "w+");
  if (file >= 0 && easel == NULL) close(file);
#endif
  if (easel == NULL) easel = tmpfile();
  return easel;
}

void close_easel(void) {
  if (easel != NULL) fclose(easel);
  easel = NULL;
}

// The file keeps its length: its pages are written over by the next frame, which costs less than to give
// them back.
void wipe_easel(void) {
  if (easel == NULL) return;
  fflush(easel);
  lseek(fileno(easel), 0, SEEK_SET);
}

void send_easel(const char *before, const char *after) {
  if (easel == NULL) return;
  outlet_add(before, strlen(before));
  fflush(easel);
  char bytes[16384];
  off_t place = 0, length = lseek(fileno(easel), 0, SEEK_CUR);
  while (place < length) {
    size_t left = (size_t)(length - place);
    ssize_t count = pread(fileno(easel), bytes, left < sizeof bytes ? left : sizeof bytes, place);
    if (count <= 0) break;
    outlet_add(bytes, (size_t)count);
    place += count;
  }
  outlet_put(after, strlen(after));
  wipe_easel();
}
