// What Linux offers and Swift's Glibc module leaves out.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

// glibc declares these only under _GNU_SOURCE, which Swift's importer does not set in time.
int renameat2(int from_directory, const char *from, int to_directory, const char *to,
              unsigned int flags);
int pipe2(int ends[2], int flags);
int close_range(unsigned int first, unsigned int last, int flags);

enum { GRADUS_RENAME_EXCHANGE = 1 << 1, GRADUS_CLOSE_RANGE_CLOEXEC = 1 << 2 };
