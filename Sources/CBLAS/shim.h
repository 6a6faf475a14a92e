// OpenBLAS as Debian packages it (libopenblas-dev); Engine alone imports this.
#include <cblas.h>

// a·b + c, in one instruction where the processor has it: C compilers may fuse, Swift's does not.
static inline float multiply_add(float a, float b, float c) { return a * b + c; }
