// libcurl as Debian packages it (libcurl4-openssl-dev); Sharing alone imports this.
//
// It is loaded when it is first asked for: linked, its thirty libraries would add 4 ms to every
// start. Options are set by functions of a fixed type each, since Swift calls no variadic ones.
#pragma once
#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>

/// Loads the library once; false where it is missing. All else is called after this.
bool gradus_curl_load(void);

CURL *gradus_curl_open(void);
void gradus_curl_close(CURL *handle);
void gradus_curl_reset(CURL *handle);
CURLcode gradus_curl_perform(CURL *handle);
const char *gradus_curl_words(CURLcode code);
/// The status of the last answer; 0 where there was none.
long gradus_curl_status(CURL *handle);

CURLcode gradus_curl_set_text(CURL *handle, CURLoption option, const char *text);
CURLcode gradus_curl_set_number(CURL *handle, CURLoption option, long number);
/// The body of a request, which must stay where it is until the request is done.
CURLcode gradus_curl_set_body(CURL *handle, const void *bytes, size_t count);
/// The lines of a request's head, which must stay until the request is done.
CURLcode gradus_curl_set_head(CURL *handle, struct curl_slist *lines);
/// What takes the bytes of an answer, and what is asked now and then whether to go on.
CURLcode gradus_curl_set_listener(CURL *handle, curl_write_callback take,
                                  curl_xferinfo_callback look, void *listener);

struct curl_slist *gradus_curl_append(struct curl_slist *lines, const char *line);
void gradus_curl_free(struct curl_slist *lines);
