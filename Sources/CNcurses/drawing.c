// Cells and colours.

// For wcwidth.
#define _XOPEN_SOURCE 700

#include "internal.h"
#include <string.h>
#include <wchar.h>

enum { colour_limit = 256, own_colour = -1, run_limit = 512 };

// The number of the pair of an ink and a paper, 0 while it has none. Numbers are given out on
// first use and never changed, since changing one repaints every cell that has it.
static short pairs[colour_limit + 1][colour_limit + 1];
static short last_pair;
static int colours;

// The columns of a letter by the C library, and 2 more; 0 where it was not asked yet.
enum { widths_limit = 0x3000, width_offset = 2 };
static signed char widths[widths_limit];

void start_drawing(void) {
  // The locale may be another one.
  memset(widths, 0, sizeof widths);
  memset(pairs, 0, sizeof pairs);
  last_pair = 0;
  colours = 0;
  if (!has_colors() || start_color() == ERR) return;
  use_default_colors();
  colours = COLORS < colour_limit ? COLORS : colour_limit;
}

int32_t terminal_colours(void) { return colours; }

static short pair_limit(void) { return COLOR_PAIRS > 32767 ? 32767 : (short)COLOR_PAIRS; }

// Where pairs have run out, the ink counts more than the paper.
static short pair_of(int16_t ink, int16_t paper) {
  if (ink >= colours) ink = own_colour;
  if (paper >= colours) paper = own_colour;
  if (ink < 0 && paper < 0) return 0;
  short *pair = &pairs[ink < 0 ? 0 : ink + 1][paper < 0 ? 0 : paper + 1];
  if (*pair == 0 && last_pair + 1 < pair_limit()
      && init_pair((short)(last_pair + 1), ink < 0 ? -1 : ink, paper < 0 ? -1 : paper) == OK) {
    *pair = ++last_pair;
  }
  if (*pair == 0 && paper >= 0) return pair_of(ink, own_colour);
  return *pair;
}

static attr_t attributes_of(uint16_t bits) {
  attr_t attributes = A_NORMAL;
  if (bits & 1) attributes |= A_BOLD;
  if (bits & 2) attributes |= A_DIM;
#ifdef A_ITALIC
  if (bits & 4) attributes |= A_ITALIC;
#endif
  if (bits & 8) attributes |= A_UNDERLINE;
  if (bits & 16) attributes |= A_REVERSE;
  return attributes;
}

// Letters that screens are full of are asked for once.
static int columns_of(wchar_t letter) {
  if (letter < 0 || letter >= widths_limit) return wcwidth(letter);
  if (widths[letter] == 0) widths[letter] = (signed char)(wcwidth(letter) + width_offset);
  return widths[letter] - width_offset;
}

// The text of a cell. What the C library takes for another width than ours would move all that
// follows it, so there is a ? in its place; and marks that it does not take for marks are left out.
static void text_of(const terminal_cell *cell, wchar_t text[TERMINAL_MARKS + 2]) {
  wchar_t letter = (wchar_t)cell->scalar;
  int32_t length = 0;
  text[length++] = cell->width == columns_of(letter) ? letter : L'?';
  for (int32_t index = 0; index < TERMINAL_MARKS && text[0] == letter; index++) {
    wchar_t mark = (wchar_t)cell->marks[index];
    if (mark != 0 && columns_of(mark) == 0) text[length++] = mark;
  }
  text[length] = 0;
}

void terminal_put(int32_t row, int32_t column, const terminal_cell *cells, int32_t count) {
  cchar_t run[run_limit];
  int32_t length = 0, width = 0;
  for (int32_t index = 0; index < count; index++) {
    wchar_t text[TERMINAL_MARKS + 2];
    text_of(&cells[index], text);
    attr_t attributes = attributes_of(cells[index].attributes);
    short pair = pair_of(cells[index].ink, cells[index].paper);
    setcchar(&run[length++], text, attributes, pair, NULL);
    width += cells[index].width;
    // A ? that stands for two columns is followed by a space.
    if (cells[index].width == 2 && text[0] != (wchar_t)cells[index].scalar) {
      setcchar(&run[length++], L" ", attributes, pair, NULL);
    }
    if (length + 2 > run_limit || index + 1 == count) {
      mvadd_wchnstr(row, column, run, length);
      column += width;
      length = width = 0;
    }
  }
}
