#include "CProgram.h"
#include <stddef.h>

#ifdef STIPPLE_COMMIT
const char *const program_commit = STIPPLE_COMMIT;
#else
const char *const program_commit = NULL;
#endif
