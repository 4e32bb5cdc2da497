// The whole of ncurses as Swift sees it: plain functions on plain numbers.
//
// Everything that needs a macro of curses.h, a global variable of it, or code that may run in a
// signal handler lives behind these functions. There is one terminal per process, so there is no
// handle; all functions but the handlers belong to one thread.

#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdint.h>

// MARK: Opening and closing

// What `terminal_open` found.
typedef enum : int32_t {
  TERMINAL_FINE = 0,
  TERMINAL_ALREADY_OPEN,
  TERMINAL_INPUT_IS_NO_TTY,
  TERMINAL_OUTPUT_IS_NO_TTY,
  TERMINAL_NOT_DESCRIBED,
  TERMINAL_CANNOT_ADDRESS,
  TERMINAL_FAILED,
} terminal_outcome;

// Chooses how characters are encoded; to be called before `terminal_open`. The name is that of a
// locale; null or empty means none was asked for. Returns 1 when the result is UTF-8.
int32_t terminal_choose_locale(const char *name);

// Takes over the terminal as one of kind `term`, falling back to xterm's description where there
// is none of that name. On any outcome but fine nothing has been changed or written.
terminal_outcome terminal_open(const char *term, int32_t mouse);

// Gives the terminal back. Harmless when it is not open; also runs when the process exits.
void terminal_close(void);

// MARK: Facts

int32_t terminal_columns(void);
int32_t terminal_rows(void);

// The number of colours of the description, 0 for none.
int32_t terminal_colours(void);

// MARK: Drawing

enum { TERMINAL_MARKS = 4 };

// One letter, as many columns wide as it says, 1 or 2, with the marks on it, the unused ones 0.
// Colours are numbers of the terminal's palette, -1 for its own.
typedef struct {
  uint32_t scalar;
  uint32_t marks[TERMINAL_MARKS];
  uint8_t width;
  int16_t ink;
  int16_t paper;
  uint16_t attributes; // bits: 1 bold, 2 dim, 4 italic, 8 underline, 16 reverse
} terminal_cell;

// Letters one after the other from a column on.
void terminal_put(int32_t row, int32_t column, const terminal_cell *cells, int32_t count);

// Sends what changed since the last time, as one update.
void terminal_flush(void);

// Forgets what is on the screen: the next flush clears it and sends everything.
void terminal_repaint(void);

// Asks what colour the background has; the answer, if there is one, comes as input.
void terminal_ask_background(void);

// Asks for the terminal's name and version (XTVERSION); the answer, if there is one, comes as input.
void terminal_ask_version(void);

// Asks whether the terminal shows several changes at once where they are marked as one update (private
// mode 2026); the answer, if there is one, comes as input.
void terminal_ask_updates(void);

// Marks what curses draws from now on, because the terminal has said that it can.
void terminal_mark_updates(void);

// Asks how wide a line character is, before anything is drawn; the answer is the place of the cursor.
void terminal_measure_line(void);

// Sends bytes past curses, all of them.
void terminal_write(const char *bytes, int32_t count);

// Sends what still waits, as much as there is room for; never waits for whoever reads it. Returns 1
// when nothing waits any more: a new frame is drawn only then.
int32_t terminal_push(void);

// MARK: Waiting and reading

enum : int32_t {
  TERMINAL_HAS_INPUT = 1,
  TERMINAL_HAS_SIGNAL = 2,
  TERMINAL_HUNG_UP = 4,
  // All that waited to be sent is sent.
  TERMINAL_HAS_ROOM = 8,
};

// Waits for input, a signal or room; a negative time waits for ever. Returns the bits above.
int32_t terminal_wait(int32_t milliseconds);

// The number of a signal that arrived and was not taken yet, or 0.
int32_t terminal_take_signal(void);

// Takes bytes that were typed, never waiting for them. Returns how many; 0 when there are none, -1
// when there will be none any more.
int32_t terminal_read(uint8_t *bytes, int32_t capacity);

// Whether there are bytes that were not taken. Returns 1 or 0; never waits.
int32_t terminal_has_input(void);

// Whether the terminal is a console of the Linux kernel, whatever its description says. Returns 1 or 0.
int32_t terminal_is_console(void);

// Forgets what has come and was not taken.
void terminal_drop_input(void);

// The signal that a control character asks for as the shell has set the terminal, or 0.
int32_t terminal_signal_of(uint8_t character);

// A string of the terminal's description, such as what a key sends; NULL where there is none.
const char *terminal_capability(const char *name);

// MARK: The report of a crash

// Makes a report ready: where it is to be written, and how it begins.
void terminal_crash_report(const char *file, const char *text, int32_t count);

// Adds a line to it; where there is no room any more the oldest ones go.
void terminal_crash_note(const char *line, int32_t count);

// There will be no report.
void terminal_crash_forget(void);

// MARK: Size and suspension

// Takes note of the size of the window.
void terminal_update_size(void);

// Gives the terminal back, stops the whole job, and takes it over again once it continues.
void terminal_suspend(void);

// Takes the terminal over again after the process was stopped behind our back.
void terminal_resume(void);

#endif
