// What the build was told about itself.

#ifndef CBUILD_H
#define CBUILD_H

// The commit that the program was built from, as Package.swift was told it in STIPPLE_COMMIT; NULL
// where nobody did.
extern const char *const build_commit;

#endif
