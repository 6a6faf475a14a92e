#define CURL_DISABLE_TYPECHECK
#include "CCurl.h"
#include <dlfcn.h>
#include <pthread.h>

static struct {
  CURLcode (*global_init)(long);
  CURL *(*open)(void);
  void (*close)(CURL *);
  void (*reset)(CURL *);
  CURLcode (*perform)(CURL *);
  const char *(*error_text)(CURLcode);
  CURLcode (*set)(CURL *, CURLoption, ...);
  CURLcode (*get)(CURL *, CURLINFO, ...);
  struct curl_slist *(*append)(struct curl_slist *, const char *);
  void (*free_list)(struct curl_slist *);
} curl;

static bool is_loaded = false;

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  const struct {
    void *pointer;
    const char *name;
  } functions[] = {
      {&curl.global_init, "curl_global_init"}, {&curl.open, "curl_easy_init"},
      {&curl.close, "curl_easy_cleanup"},      {&curl.reset, "curl_easy_reset"},
      {&curl.perform, "curl_easy_perform"},    {&curl.error_text, "curl_easy_strerror"},
      {&curl.set, "curl_easy_setopt"},         {&curl.get, "curl_easy_getinfo"},
      {&curl.append, "curl_slist_append"},     {&curl.free_list, "curl_slist_free_all"},
  };
  for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
    void *function = dlsym(library, functions[i].name);
    if (!function) return;
    *(void **)functions[i].pointer = function;
  }
  is_loaded = curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

bool gradus_curl_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

CURL *gradus_curl_open(void) { return curl.open(); }

void gradus_curl_close(CURL *handle) { curl.close(handle); }

void gradus_curl_reset(CURL *handle) { curl.reset(handle); }

CURLcode gradus_curl_perform(CURL *handle) { return curl.perform(handle); }

const char *gradus_curl_error_text(CURLcode code) { return curl.error_text(code); }

long gradus_curl_status(CURL *handle) {
  long status = 0;
  curl.get(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

CURLcode gradus_curl_set_text(CURL *handle, CURLoption option, const char *text) {
  return curl.set(handle, option, text);
}

CURLcode gradus_curl_set_number(CURL *handle, CURLoption option, long number) {
  return curl.set(handle, option, number);
}

CURLcode gradus_curl_set_body(CURL *handle, const void *bytes, size_t count) {
  CURLcode code = curl.set(handle, CURLOPT_POSTFIELDS, bytes);
  return code ? code : curl.set(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
}

CURLcode gradus_curl_set_headers(CURL *handle, struct curl_slist *lines) {
  return curl.set(handle, CURLOPT_HTTPHEADER, lines);
}

CURLcode gradus_curl_set_callbacks(CURL *handle, curl_write_callback receive,
                                  curl_xferinfo_callback progress, void *context) {
  curl.set(handle, CURLOPT_WRITEFUNCTION, receive);
  curl.set(handle, CURLOPT_WRITEDATA, context);
  curl.set(handle, CURLOPT_XFERINFOFUNCTION, progress);
  curl.set(handle, CURLOPT_XFERINFODATA, context);
  return curl.set(handle, CURLOPT_NOPROGRESS, 0L);
}

struct curl_slist *gradus_curl_append(struct curl_slist *lines, const char *line) {
  return curl.append(lines, line);
}

void gradus_curl_free(struct curl_slist *lines) { curl.free_list(lines); }
