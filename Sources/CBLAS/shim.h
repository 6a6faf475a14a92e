// OpenBLAS as Debian packages it (libopenblas-dev); Engine alone imports this.
#include <cblas.h>

// The processor's own square root. Swift's checks each number for an error to be noted in errno, and no
// loop with such a check is vectorised.
static inline float square_root(float x) { return __builtin_elementwise_sqrt(x); }
