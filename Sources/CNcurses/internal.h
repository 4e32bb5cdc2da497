// What the files of this target share.

#ifndef CNCURSES_INTERNAL_H
#define CNCURSES_INTERNAL_H

// Before curses.h, which otherwise hides the functions for wide characters.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1

#include "CNcurses.h"
#include <curses.h>
#include <stddef.h>
#include <stdio.h>

void start_drawing(void);

// MARK: The way out (outlet.c)

// The terminal once more, opened by ourselves: writing to it never waits for a reader, and the
// shell, which shares the standard streams with us, does not notice. -1 where there is none.
extern int glass;

void open_outlet(void);
void close_outlet(void);

// Puts bytes behind those that wait, and sends as much as there is room for.
void outlet_put(const char *bytes, size_t count);

// Sends what waits, for so many milliseconds at most. Returns 1 when all is sent.
int outlet_drain(int milliseconds);

// Forgets what waits.
void outlet_drop(void);

// Whether bytes wait whose beginning may have been sent.
int outlet_is_cut(void);

// The file that curses draws into, or NULL; what it has drawn goes to the outlet at once, between what is
// to stand before and after it, or nowhere.
FILE *open_easel(void);
void close_easel(void);
void send_easel(const char *before, const char *after);
void wipe_easel(void);

// MARK: Modes of the line (modes.c)

// Notes the modes as the shell has set them.
void learn_modes(void);
// Every byte that is typed is for us, also those that make signals of keys.
void take_modes(void);
// As the shell has set them. Safe in a signal handler.
void give_modes_back(void);
// Only the keys that make signals are the system's again. Safe in a signal handler.
void give_signal_keys_back(void);

// MARK: The report of a crash (crash.c)

// Writes the report that was made ready. Returns where it is, or NULL. Safe in a signal handler.
const char *write_crash_report(int number);

// MARK: Leaving and entering (screen.c)

// Gives up the screen for a while, or takes it back.
void leave_screen(void);
void enter_screen(void);

// MARK: Signals (signals.c)

// Returns 0 when it could not.
int watch_signals(void);
void stop_watching_signals(void);
int signal_pipe(void);
void drain_signal_pipe(void);
void stop_job(void);

// The loop has begun to wait for events, or goes back to work: while it works for too long, the
// keys that make signals are the system's, so that a program that hangs can be ended by them.
void loop_waits(void);
void loop_works(void);

// What a dying process writes to give the terminal back; nothing when `count` is 0.
void set_last_words(const char *bytes, size_t count);

// Writes the last words, also where nobody reads, and gives the modes back. Safe in a signal
// handler.
void give_terminal_back(void);

#endif
