// What only the terminal itself can tell; its answers come as input.

#include "internal.h"

static const char ask_background[] = "\033]11;?\007";
// A line character (U+2500) at the start of the second row, and where the cursor is then: a place in
// the first row could be taken for a key (F3 with a modifier is ESC [ 1 ; 2 R).
static const char measure_line[] = "\033[2;1H\342\224\200\033[6n\033[2;1H\033[K\033[H";

static const char ask_version[] = "\033[>q";
static const char ask_updates[] = "\033[?2026$p";

void terminal_ask_version(void) {
  if (terminal_columns() > 0) outlet_put(ask_version, sizeof ask_version - 1);
}

void terminal_ask_updates(void) {
  if (terminal_columns() == 0) return;
  outlet_put(ask_updates, sizeof ask_updates - 1);
  // Who does not know it may show its last letter.
  terminal_repaint();
}

void terminal_ask_background(void) {
  if (terminal_columns() > 0) outlet_put(ask_background, sizeof ask_background - 1);
}

void terminal_measure_line(void) {
  if (terminal_columns() == 0) return;
  outlet_put(measure_line, sizeof measure_line - 1);
  // Curses knows nothing of this, and would go on from where it left the cursor.
  terminal_repaint();
}
