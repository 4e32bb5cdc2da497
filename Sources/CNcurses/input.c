// Waiting for input and making sense of it.

#include "internal.h"
#include <errno.h>
#include <poll.h>
#include <unistd.h>

// Numbers of our own for sequences that descriptions of terminals do not agree on: above those
// curses gives to the capabilities it has no name for, and within the 16 bits it keeps.
enum { mouse_report = 0x4000, background_report, focus_gained, focus_lost, shift_up, shift_down };

void start_keys(void) {
  static const struct {
    const char *sequence;
    int code;
  } keys[] = {
    {"\033[<", mouse_report}, {"\033]11;", background_report}, {"\033[I", focus_gained}, {"\033[O", focus_lost},
    // Terminals that do not follow the description's keypad mode, or claim to be another.
    {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP}, {"\033OB", KEY_DOWN}, {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME}, {"\033[F", KEY_END}, {"\033OH", KEY_HOME}, {"\033OF", KEY_END},
    {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END}, {"\033[Z", KEY_BTAB},
    {"\033OP", KEY_F(1)}, {"\033OQ", KEY_F(2)}, {"\033OR", KEY_F(3)}, {"\033OS", KEY_F(4)},
    {"\033[3~", KEY_DC}, {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
    {"\033[1;2A", shift_up}, {"\033[1;2B", shift_down},
    {"\033[1;2C", KEY_SRIGHT}, {"\033[1;2D", KEY_SLEFT},
  };
  set_escdelay(25);
  keyboard = newpad(1, 1);
  nodelay(keyboard, TRUE);
  // Switching the keypad on loads the keys of the description, among them one for the mouse:
  // ours have to come after them to win.
  keypad(keyboard, TRUE);
  for (size_t index = 0; index < sizeof keys / sizeof *keys; index++) {
    define_key(keys[index].sequence, keys[index].code);
  }
}

// MARK: Waiting

int32_t terminal_wait(int32_t milliseconds) {
  struct pollfd sources[] = {
    {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = signal_pipe(), .events = POLLIN}};
  int ready = poll(sources, 2, milliseconds);
  if (ready < 0 && errno == EINTR) return TERMINAL_HAS_SIGNAL;
  int32_t found = 0;
  if (ready > 0 && sources[0].revents & POLLIN) found |= TERMINAL_HAS_INPUT;
  if (ready > 0 && sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= TERMINAL_HUNG_UP;
  if (ready > 0 && sources[1].revents & POLLIN) {
    drain_signal_pipe();
    found |= TERMINAL_HAS_SIGNAL;
  }
  return found;
}

// MARK: Reading

static int32_t number_of(wint_t code) {
  switch (code) {
  case KEY_UP: return TERMINAL_UP;
  case KEY_DOWN: return TERMINAL_DOWN;
  case KEY_LEFT: return TERMINAL_LEFT;
  case KEY_RIGHT: return TERMINAL_RIGHT;
  case KEY_SR: case shift_up: return TERMINAL_SHIFT_UP;
  case KEY_SF: case shift_down: return TERMINAL_SHIFT_DOWN;
  case KEY_SLEFT: return TERMINAL_SHIFT_LEFT;
  case KEY_SRIGHT: return TERMINAL_SHIFT_RIGHT;
  case KEY_HOME: case KEY_FIND: return TERMINAL_HOME;
  case KEY_END: case KEY_SELECT: return TERMINAL_END;
  case KEY_PPAGE: return TERMINAL_PAGE_UP;
  case KEY_NPAGE: return TERMINAL_PAGE_DOWN;
  case KEY_ENTER: return TERMINAL_ENTER;
  case KEY_BACKSPACE: return TERMINAL_BACKSPACE;
  case KEY_DC: return TERMINAL_DELETE;
  case KEY_IC: return TERMINAL_INSERT;
  case KEY_BTAB: return TERMINAL_BACK_TAB;
  default:
    return code > KEY_F0 && code <= KEY_F(24) ? TERMINAL_FUNCTION + (int32_t)(code - KEY_F0) : 0;
  }
}

// The next character of a sequence that has begun, or 0; it is on its way, so a short wait is
// enough.
static wint_t next_of_sequence(void) {
  wint_t code = 0;
  wtimeout(keyboard, 20);
  int kind = wget_wch(keyboard, &code);
  nodelay(keyboard, TRUE);
  return kind == OK ? code : 0;
}

static int32_t read_mouse_report(char *report, int32_t capacity) {
  int32_t length = 0;
  while (length + 1 < capacity) {
    wint_t code = next_of_sequence();
    if (code == 0 || code > 0x7E) return TERMINAL_IGNORED;
    report[length++] = (char)code;
    report[length] = 0;
    if (code == 'M' || code == 'm') return TERMINAL_MOUSE;
  }
  return TERMINAL_IGNORED;
}

// The rest of an operating system command, which ends in a bell or in an escape and a backslash.
static int32_t read_background_report(char *report, int32_t capacity) {
  int32_t length = 0;
  while (length + 1 < capacity) {
    wint_t code = next_of_sequence();
    if (code == 27 && next_of_sequence() == '\\') code = 7;
    if (code == 7) return TERMINAL_BACKGROUND;
    if (code < 0x20 || code > 0x7E) return TERMINAL_IGNORED;
    report[length++] = (char)code;
    report[length] = 0;
  }
  return TERMINAL_IGNORED;
}

// After an escape that begins no key we know: a control sequence is dropped whole, so that its
// letters are not taken for keys. Anything else is left to be read on its own.
static int32_t read_escape(uint32_t *code) {
  wint_t next = 0;
  *code = 27;
  int kind = wget_wch(keyboard, &next);
  if (kind == ERR) return TERMINAL_CHARACTER;
  if (kind == KEY_CODE_YES) {
    ungetch((int)next);
    return TERMINAL_CHARACTER;
  }
  if (next == ']') {
    // The beginning of a report whose rest came late.
    char dropped[64];
    read_background_report(dropped, sizeof dropped);
    return TERMINAL_IGNORED;
  }
  if (next != '[') {
    unget_wch((wchar_t)next);
    return TERMINAL_CHARACTER;
  }
  for (int length = 0; length < 32; length++) {
    next = next_of_sequence();
    if (next == 0 || (next >= 0x40 && next <= 0x7E)) return TERMINAL_IGNORED;
  }
  return TERMINAL_IGNORED;
}

int32_t terminal_read(uint32_t *code, char *report, int32_t capacity) {
  wint_t typed = 0;
  if (keyboard == NULL) return TERMINAL_NOTHING;
  int kind = wget_wch(keyboard, &typed);
  if (kind == ERR) return TERMINAL_NOTHING;
  if (kind == OK && typed == 27) return read_escape(code);
  if (kind == OK) {
    *code = (uint32_t)typed;
    return TERMINAL_CHARACTER;
  }
  switch (typed) {
  case mouse_report: return read_mouse_report(report, capacity);
  case background_report: return read_background_report(report, capacity);
  case focus_gained: return TERMINAL_FOCUS_GAINED;
  case focus_lost: return TERMINAL_FOCUS_LOST;
  default:
    *code = (uint32_t)number_of(typed);
    return *code == 0 ? TERMINAL_IGNORED : TERMINAL_KEY;
  }
}
