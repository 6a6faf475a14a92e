// libcurl, as packaged by Debian (libcurl4-openssl-dev).
//
// The library is loaded at its first use: linking it, with its thirty dependencies, would add 4 ms to
// every start. Each type of option has its own function, since Swift cannot call variadic functions.
#pragma once
#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>

/// Loads the library at the first call; returns false if it is missing. All other functions need it.
bool gradus_curl_load(void);

CURL *gradus_curl_open(void);
void gradus_curl_close(CURL *handle);
void gradus_curl_reset(CURL *handle);
CURLcode gradus_curl_perform(CURL *handle);
const char *gradus_curl_error_text(CURLcode code);
/// The HTTP status of the last response; 0 without a response.
long gradus_curl_status(CURL *handle);

CURLcode gradus_curl_set_text(CURL *handle, CURLoption option, const char *text);
CURLcode gradus_curl_set_number(CURL *handle, CURLoption option, long number);
/// Sets the body of a request; the bytes must remain valid until the request has finished.
CURLcode gradus_curl_set_body(CURL *handle, const void *bytes, size_t count);
/// Sets the headers of a request; the list must remain valid until the request has finished.
CURLcode gradus_curl_set_headers(CURL *handle, struct curl_slist *lines);
/// Sets the callback that receives the bytes of a response, and the callback that is called regularly and
/// can cancel the request; both receive `context`.
CURLcode gradus_curl_set_callbacks(CURL *handle, curl_write_callback receive,
                                  curl_xferinfo_callback progress, void *context);

struct curl_slist *gradus_curl_append(struct curl_slist *lines, const char *line);
void gradus_curl_free(struct curl_slist *lines);
