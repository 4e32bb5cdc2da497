// The files of the folder `presets`, built into the program: everybody finds the same under the same names.
//
// The C compiler copies them as they are. As arrays of a Swift source, which the package manager makes of
// resources, their 240,000 bytes are as many expressions, and cost the compiler as much as 15,000 lines.

#ifndef CPRESETS_H
#define CPRESETS_H

struct built_in_file {
  const char *name;
  // Its text, which no zero is in but the one at its end.
  const unsigned char *text;
};

// Each is a list that ends with a name of NULL. A test says when a file of the folder is missing.
const struct built_in_file *built_in_presets(void);
const struct built_in_file *built_in_lessons(void);
const struct built_in_file *built_in_assignments(void);

#endif
