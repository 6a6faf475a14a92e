// The JavaScript engine Duktape as Debian packages it (duktape-dev).
#include <duktape.h>
// For malloc_usable_size, which Swift's Glibc module leaves out.
#include <malloc.h>

// Macros that Swift's importer does not take.
static inline duk_int_t gradus_evaluate(duk_context *context, const char *source,
                                        duk_size_t length) {
  return duk_peval_lstring_noresult(context, source, length);
}

static inline duk_bool_t gradus_is_range_error(duk_context *context) {
  return duk_get_error_code(context, -1) == DUK_ERR_RANGE_ERROR;
}
