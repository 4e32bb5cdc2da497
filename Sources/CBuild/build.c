#include "CBuild.h"
#include <stddef.h>

#ifdef STIPPLE_COMMIT
const char *const build_commit = STIPPLE_COMMIT;
#else
const char *const build_commit = NULL;
#endif
