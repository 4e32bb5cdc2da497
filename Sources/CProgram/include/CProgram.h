// What the program knows of itself, and what becomes of its memory.

#ifndef CPROGRAM_H
#define CPROGRAM_H

// The commit that the program was built from, as Package.swift was told it in STIPPLE_COMMIT; NULL
// where nobody did.
extern const char *const program_commit;

// The words of the command line, the program's own name among them.
int program_word_count(void);
const char *program_word(int index);

// The file that is run, as it was named to the system; NULL where that is not known.
const char *program_file(void);

// From now on memory goes back to the system once it is free, as a program needs that lives for hours.
void program_give_memory_back(void);

#endif
