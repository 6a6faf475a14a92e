// What Linux offers and Swift's Glibc module leaves out.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>

// glibc declares renameat2 only under _GNU_SOURCE, which Swift's importer does not set in time.
int renameat2(int from_directory, const char *from, int to_directory, const char *to,
              unsigned int flags);

enum { GRADUS_RENAME_EXCHANGE = 1 << 1 };
