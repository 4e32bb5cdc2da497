// What the files of this target share.

#ifndef CNCURSES_INTERNAL_H
#define CNCURSES_INTERNAL_H

// Before curses.h, which otherwise hides the functions for wide characters.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1

#include "CNcurses.h"
#include <curses.h>
#include <stddef.h>

// Writes everything, also when interrupted. Safe in a signal handler.
void write_all(const char *bytes, size_t count);

// A window that is never shown, because reading from the visible one would refresh it.
extern WINDOW *keyboard;

void start_colours(void);
void start_keys(void);

// Modes of the terminal that curses does not know: mouse and focus reports.
void start_reports(void);
void stop_reports(void);

// Gives up the screen for a while, or takes it back.
void leave_screen(void);
void enter_screen(void);

// Signals. `watch_signals` returns 0 when it could not.
int watch_signals(void);
void stop_watching_signals(void);
int signal_pipe(void);
void drain_signal_pipe(void);
void stop_job(void);

// What a dying process writes to give the terminal back; nothing when `count` is 0.
void set_last_words(const char *bytes, size_t count);

#endif
