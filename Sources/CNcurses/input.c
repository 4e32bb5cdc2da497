// Waiting for input, and reading it as it is.

#include "internal.h"
#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/kd.h>
#endif

int32_t terminal_wait(int32_t milliseconds) {
  struct pollfd sources[] = {
    {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = signal_pipe(), .events = POLLIN},
    // A negative descriptor is passed over.
    {.fd = terminal_push() ? -1 : glass, .events = POLLOUT}};
  loop_waits();
  int ready = poll(sources, 3, milliseconds);
  int error = errno;
  loop_works();
  if (ready < 0 && error == EINTR) return TERMINAL_HAS_SIGNAL;
  int32_t found = 0;
  if (ready > 0 && sources[0].revents & POLLIN) found |= TERMINAL_HAS_INPUT;
  if (ready > 0 && sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= TERMINAL_HUNG_UP;
  if (ready > 0 && sources[1].revents & POLLIN) {
    drain_signal_pipe();
    found |= TERMINAL_HAS_SIGNAL;
  }
  if (sources[2].fd >= 0 && ready > 0 && sources[2].revents && terminal_push()) {
    found |= TERMINAL_HAS_ROOM;
  }
  return found;
}

int32_t terminal_has_input(void) {
  struct pollfd source = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&source, 1, 0) > 0 && source.revents & POLLIN;
}

int32_t terminal_read(uint8_t *bytes, int32_t capacity) {
  if (!terminal_has_input()) return 0;
  ssize_t count = read(STDIN_FILENO, bytes, (size_t)capacity);
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  return count > 0 ? (int32_t)count : -1;
}

int32_t terminal_is_console(void) {
#ifdef KDGKBTYPE
  char kind;
  return ioctl(STDIN_FILENO, KDGKBTYPE, &kind) == 0;
#else
  return 0;
#endif
}

void terminal_drop_input(void) { tcflush(STDIN_FILENO, TCIFLUSH); }

const char *terminal_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}
