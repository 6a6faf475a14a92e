// The CommonMark reference parser as Debian packages it (libcmark-dev).
#include <cmark.h>
