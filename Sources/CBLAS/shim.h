// OpenBLAS as Debian packages it (libopenblas-dev); Engine alone imports this.
#include <cblas.h>

// a·b + c, in one instruction where the processor has it: C compilers may fuse, Swift's does not.
static inline float multiply_add(float a, float b, float c) { return a * b + c; }

// The processor's own square root. Swift's checks each number for an error to be noted in errno, and no
// loop with such a check is vectorised.
static inline float square_root(float x) { return __builtin_elementwise_sqrt(x); }
