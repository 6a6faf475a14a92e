// OpenBLAS as Debian packages it (libopenblas-dev); Engine alone imports this.
#include <cblas.h>
