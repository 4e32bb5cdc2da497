// How the program was begun.
//
// Swift and Foundation ask /proc for this on Linux, and where nobody has mounted it, as in a fresh
// chroot, the one has no words and the other traps. The loader tells both without it.

#include "CProgram.h"
#include <stddef.h>

#ifdef __linux__
#include <sys/auxv.h>
#endif

static int count;
static char **words;

// glibc and Apple's loader hand the arguments of main to what runs before it too.
__attribute__((constructor)) static void remember(int argc, char **argv) {
  count = argc;
  words = argv;
}

int program_word_count(void) { return count; }

const char *program_word(int index) { return words[index]; }

const char *program_file(void) {
#ifdef __linux__
  return (const char *)getauxval(AT_EXECFN);
#else
  return count > 0 ? words[0] : NULL;
#endif
}
