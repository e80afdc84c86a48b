#include "queries_data.h"

/* #embed puts the files of queries/ into the binary: no bundle beside it, no path to look up, no start-up cost.
   Written by tools/embed-ontology.py, sorted by path, so that a file can be found by halving. */

static const unsigned char file_0[] = {
#embed "../../queries/companies-by-speakers.rq" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../queries/companies-with-projects.rq" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../queries/hosts-and-sponsors.rq" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../queries/in-one-language-only.rq" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../queries/least-certain-facts.rq" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../queries/milestones-against-cncf.rq" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../queries/path-between-people.rq" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../queries/posts-without-event.rq" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../queries/speakers-by-project.rq" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../queries/talks-over-time.rq" if_empty(0)
};

static const struct bg_queries_file files[] = {
    {"companies-by-speakers.rq", file_0, sizeof file_0},
    {"companies-with-projects.rq", file_1, sizeof file_1},
    {"hosts-and-sponsors.rq", file_2, sizeof file_2},
    {"in-one-language-only.rq", file_3, sizeof file_3},
    {"least-certain-facts.rq", file_4, sizeof file_4},
    {"milestones-against-cncf.rq", file_5, sizeof file_5},
    {"path-between-people.rq", file_6, sizeof file_6},
    {"posts-without-event.rq", file_7, sizeof file_7},
    {"speakers-by-project.rq", file_8, sizeof file_8},
    {"talks-over-time.rq", file_9, sizeof file_9},
};

int bg_queries_file_count(void) { return sizeof files / sizeof files[0]; }
const struct bg_queries_file *bg_queries_file_at(int index) {
  return index >= 0 && index < bg_queries_file_count() ? &files[index] : 0;
}
