#include "transfer.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct bg_transfer {
  CURL *curl;
};

static pthread_once_t started = PTHREAD_ONCE_INIT;
static void start(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

bg_transfer *bg_transfer_new(void) {
  pthread_once(&started, start);
  bg_transfer *transfer = malloc(sizeof *transfer);
  if (!transfer) return NULL;
  transfer->curl = curl_easy_init();
  if (!transfer->curl) {
    free(transfer);
    return NULL;
  }
  return transfer;
}

void bg_transfer_free(bg_transfer *transfer) {
  if (!transfer) return;
  curl_easy_cleanup(transfer->curl);
  free(transfer);
}

static size_t append(char **to, size_t *length, const char *bytes, size_t count) {
  /* To the next power of two: an answer of many parts is not copied for each of them. */
  size_t needed = *length + count, capacity = 1024;
  while (capacity < needed) capacity *= 2;
  size_t had = 1024;
  while (had < *length) had *= 2;
  if (!*to || capacity != had) {
    char *larger = realloc(*to, capacity);
    if (!larger) return 0;
    *to = larger;
  }
  memcpy(*to + *length, bytes, count);
  *length = needed;
  return count;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *answer) {
  bg_answer *into = answer;
  return append(&into->body, &into->body_length, bytes, size * count);
}

static size_t on_header(char *bytes, size_t size, size_t count, void *answer) {
  bg_answer *into = answer;
  /* A status line begins a new answer: "100 Continue" is followed by the real one. */
  if (size * count > 5 && !memcmp(bytes, "HTTP/", 5)) into->headers_length = 0;
  return append(&into->headers, &into->headers_length, bytes, size * count);
}

static bg_outcome outcome(CURLcode code) {
  switch (code) {
    case CURLE_OK: return BG_TRANSFER_FINE;
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return BG_TRANSFER_UNREACHABLE;
    case CURLE_OPERATION_TIMEDOUT: return BG_TRANSFER_TIMED_OUT;
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return BG_TRANSFER_LOST;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR: return BG_TRANSFER_INSECURE;
    default: return BG_TRANSFER_OTHER;
  }
}

bg_outcome bg_transfer_send(bg_transfer *transfer, const bg_request *request, bg_answer *answer) {
  memset(answer, 0, sizeof *answer);
  CURL *curl = transfer->curl;
  /* Options go back to their defaults, connections stay. */
  curl_easy_reset(curl);
  struct curl_slist *headers = NULL;
  for (const char *const *header = request->headers; *header; header++) {
    struct curl_slist *longer = curl_slist_append(headers, *header);
    if (!longer) {
      curl_slist_free_all(headers);
      strcpy(answer->error, "out of memory");
      return BG_TRANSFER_OTHER;
    }
    headers = longer;
  }
  curl_easy_setopt(curl, CURLOPT_URL, request->url);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  if (!strcmp(request->method, "HEAD")) curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  if (request->body) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request->body);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->length);
  }
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request->method);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  /* Credentials must not travel on, and no signal may end the process. */
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_setopt(curl, CURLOPT_UPLOAD_BUFFERSIZE, 1L << 19);
  curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, 1L << 18);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, request->timeout < 30 ? request->timeout : 30L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, request->timeout);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, answer);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, answer);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, answer->error);
  CURLcode code = curl_easy_perform(curl);
  curl_slist_free_all(headers);
  /* The buffer is the caller's, and may be gone when the handle is used next. */
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, NULL);
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer->status);
  if (code != CURLE_OK && !*answer->error) {
    strncpy(answer->error, curl_easy_strerror(code), sizeof answer->error - 1);
  }
  return outcome(code);
}

void bg_answer_free(bg_answer *answer) {
  free(answer->headers);
  free(answer->body);
  answer->headers = answer->body = NULL;
}
