// What becomes of memory that the program has freed.
//
// glibc keeps a heap for every thread, and in each what was free once, by a limit that grows with what
// is asked for: after an hour at the screen three quarters of it could be of no use to anybody.

#include "CProgram.h"
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void program_give_memory_back(void) {
#ifdef __GLIBC__
  // From how many free bytes in a row on the system has them back.
  const int fewest = 1 << 18;
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, fewest);
  mallopt(M_TRIM_THRESHOLD, fewest);
#endif
}
