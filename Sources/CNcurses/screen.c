// Taking over the terminal and giving it back.

#include "internal.h"
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

static SCREEN *screen;
static int wants_mouse;
static int marks_updates;

// Focus (1004) and pastes that are marked as such (2004).
static const char reports_on[] = "\033[?2004h\033[?1004h";
static const char reports_off[] = "\033[?1004l\033[?2004l";
// 1002 reports drags but not idle motion, which floods; 1006 has no limit at column 223.
static const char mouse_on[] = "\033[?1002h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1002l";
static const char begin_update[] = "\033[?2026h";
static const char end_update[] = "\033[?2026l";

// MARK: Locale

int32_t terminal_choose_locale(const char *name) {
  const char *encodings[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
  int is_set = name != NULL && *name != 0;
  // Only the encoding: numbers keep their decimal points.
  const char *chosen = is_set ? setlocale(LC_CTYPE, name) : NULL;
  // A name that is not installed still tells which encoding the terminal speaks.
  int says_utf8 = !is_set || strstr(name, "UTF") || strstr(name, "utf");
  for (int index = 0; chosen == NULL && says_utf8 && index < 3; index++) {
    chosen = setlocale(LC_CTYPE, encodings[index]);
  }
  return chosen != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

// MARK: Last words

static void append(char *text, size_t capacity, const char *more) {
  if (strlen(text) + strlen(more) < capacity) strcat(text, more);
}

// A capability without its padding, which only printing terminals wanted.
static void append_capability(char *text, size_t capacity, const char *name) {
  const char *value = tigetstr(name);
  if (value == NULL || value == (const char *)-1) return;
  char plain[64] = "";
  size_t length = 0;
  for (; *value && length + 1 < sizeof plain; value++) {
    if (value[0] == '$' && value[1] == '<') {
      const char *end = strchr(value, '>');
      if (end != NULL) {
        value = end;
        continue;
      }
    }
    plain[length++] = *value;
    plain[length] = 0;
  }
  append(text, capacity, plain);
}

static void prepare_last_words(void) {
  char text[512] = "";
  if (marks_updates) append(text, sizeof text, end_update);
  if (wants_mouse) append(text, sizeof text, mouse_off);
  append(text, sizeof text, reports_off);
  // Cleared, because not every terminal has a second screen to leave.
  const char *names[] = {"sgr0", "op", "clear", "rmkx", "cnorm", "rmcup"};
  for (int index = 0; index < 6; index++) append_capability(text, sizeof text, names[index]);
  set_last_words(text, strlen(text));
}

// MARK: Opening

// Looks a description up without touching the terminal. Descriptions whose colour numbers are
// RGB values are refused: the same terminals have one with 256 colours.
static terminal_outcome describe(const char *term) {
  int result = 0;
  if (setupterm(term, STDOUT_FILENO, &result) != OK) return TERMINAL_NOT_DESCRIBED;
  const char *address = tigetstr("cup");
  terminal_outcome outcome = TERMINAL_FINE;
  if (address == NULL || address == (const char *)-1) outcome = TERMINAL_CANNOT_ADDRESS;
  if (tigetnum("colors") > 256) outcome = TERMINAL_NOT_DESCRIBED;
  del_curterm(cur_term);
  return outcome;
}

static terminal_outcome choose_description(const char **term) {
  const char *fallbacks[] = {*term, "xterm-256color", "xterm", "vt100"};
  for (int index = 0; index < 4; index++) {
    *term = fallbacks[index];
    terminal_outcome outcome = describe(*term);
    if (outcome != TERMINAL_NOT_DESCRIBED) return outcome;
  }
  return TERMINAL_NOT_DESCRIBED;
}

// Modes that curses does not know: mouse, focus, pastes; and the keypad, which curses would switch on
// only where it reads the keys.
static void start_reports(void) {
  char text[128] = "";
  append(text, sizeof text, reports_on);
  if (wants_mouse) append(text, sizeof text, mouse_on);
  append_capability(text, sizeof text, "smkx");
  outlet_put(text, strlen(text));
}

static void stop_reports(void) {
  char text[256] = "";
  if (wants_mouse) append(text, sizeof text, mouse_off);
  append(text, sizeof text, reports_off);
  const char *names[] = {"sgr0", "clear", "rmkx"};
  for (int index = 0; index < 3; index++) append_capability(text, sizeof text, names[index]);
  outlet_put(text, strlen(text));
}

static int start_curses(const char *term) {
  FILE *easel = open_easel();
  if (easel == NULL) return 0;
  screen = newterm(term, easel, stdin);
  if (screen == NULL) {
    close_easel();
    return 0;
  }
  nonl();
  curs_set(0);
  typeahead(-1);
  leaveok(stdscr, TRUE);
  start_drawing();
  // Until it has once left the screen, curses flushes at every move of the cursor.
  endwin();
  wipe_easel();
  return 1;
}

terminal_outcome terminal_open(const char *term, int32_t mouse) {
  static int closes_at_exit;
  if (screen != NULL) return TERMINAL_ALREADY_OPEN;
  if (!isatty(STDIN_FILENO)) return TERMINAL_INPUT_IS_NO_TTY;
  if (!isatty(STDOUT_FILENO)) return TERMINAL_OUTPUT_IS_NO_TTY;
  terminal_outcome outcome = choose_description(&term);
  if (outcome != TERMINAL_FINE) return outcome;

  // Before curses, which leaves signals alone that are handled already.
  open_outlet();
  if (!watch_signals()) return TERMINAL_FAILED;
  wants_mouse = mouse;
  marks_updates = 0;
  if (!start_curses(term)) {
    stop_watching_signals();
    close_outlet();
    return TERMINAL_FAILED;
  }
  if (!closes_at_exit) closes_at_exit = atexit(terminal_close) == 0;
  enter_screen();
  loop_works();
  return TERMINAL_FINE;
}

void terminal_mark_updates(void) {
  if (screen == NULL) return;
  marks_updates = 1;
  prepare_last_words();
}

void terminal_close(void) {
  if (screen == NULL) return;
  leave_screen();
  stop_watching_signals();
  close_outlet();
  delscreen(screen);
  screen = NULL;
  close_easel();
}

// MARK: Leaving and entering

// How long somebody who reads slowly is waited for, in milliseconds.
enum { farewell = 200 };

void leave_screen(void) {
  loop_waits();
  stop_reports();
  endwin();
  send_easel("", "");
  if (!outlet_drain(farewell)) give_terminal_back();
  outlet_drop();
  set_last_words(NULL, 0);
  give_modes_back();
}

void enter_screen(void) {
  take_modes();
  prepare_last_words();
  // First of all, because curses tells the terminal how many lines scroll; and the file that it
  // draws into has no size.
  terminal_update_size();
  clearok(curscr, TRUE);
  refresh();
  send_easel("", "");
  start_reports();
}

void terminal_suspend(void) {
  if (screen == NULL) return;
  leave_screen();
  stop_job();
  enter_screen();
}

void terminal_resume(void) {
  if (screen == NULL) return;
  leave_screen();
  enter_screen();
}

// MARK: Size and output

int32_t terminal_columns(void) { return screen == NULL ? 0 : getmaxx(stdscr); }
int32_t terminal_rows(void) { return screen == NULL ? 0 : getmaxy(stdscr); }

void terminal_update_size(void) {
  struct winsize window;
  if (screen == NULL || ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0) return;
  if (window.ws_col == 0 || window.ws_row == 0) return;
  if (window.ws_col == getmaxx(stdscr) && window.ws_row == getmaxy(stdscr)) return;
  resizeterm(window.ws_row, window.ws_col);
  clearok(curscr, TRUE);
}

void terminal_flush(void) {
  if (screen == NULL) return;
  wnoutrefresh(stdscr);
  doupdate();
  send_easel(marks_updates ? begin_update : "", marks_updates ? end_update : "");
}

void terminal_repaint(void) {
  if (screen != NULL) clearok(curscr, TRUE);
}
