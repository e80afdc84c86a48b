#ifndef BLOGGRAPH_TRANSFER_H
#define BLOGGRAPH_TRANSFER_H

#include <stddef.h>

/* One HTTP exchange at a time through libcurl, whose options are set by a variadic function, which Swift cannot call. */

/* Keeps its connection open between exchanges. One thread at a time. */
typedef struct bg_transfer bg_transfer;

typedef struct {
  const char *method;
  const char *url;
  /* "Name: value", ended by NULL. */
  const char *const *headers;
  /* May be NULL; it is not copied. */
  const void *body;
  size_t length;
  /* Seconds that may pass without a byte in either direction. */
  long timeout;
} bg_request;

typedef struct {
  long status;
  /* The last answer's header lines as they came. */
  char *headers;
  size_t headers_length;
  char *body;
  size_t body_length;
  /* What went wrong, in libcurl's words; empty when nothing did. */
  char error[256];
} bg_answer;

/* Why there is no answer. */
typedef enum {
  BG_TRANSFER_FINE,
  BG_TRANSFER_UNREACHABLE,
  BG_TRANSFER_LOST,
  BG_TRANSFER_TIMED_OUT,
  BG_TRANSFER_INSECURE,
  BG_TRANSFER_OTHER
} bg_outcome;

/* NULL without memory. */
bg_transfer *bg_transfer_new(void);
void bg_transfer_free(bg_transfer *transfer);

/* Fills the answer, which is to be given to bg_answer_free whatever the outcome. */
bg_outcome bg_transfer_send(bg_transfer *transfer, const bg_request *request, bg_answer *answer);
void bg_answer_free(bg_answer *answer);

#endif
