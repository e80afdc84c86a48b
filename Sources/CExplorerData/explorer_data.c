#include "explorer_data.h"

/* #embed puts the files of explorer/ into the binary: no bundle beside it, no path to look up, no start-up cost.
   Written by tools/embed-ontology.py, sorted by path, so that a file can be found by halving. */

static const unsigned char file_0[] = {
#embed "../../explorer/explorer.js" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../explorer/languages/en.json" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../explorer/languages/fr.json" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../explorer/style.css" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../explorer/templates/entry.mustache" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../explorer/templates/fact.mustache" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../explorer/templates/finding.mustache" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../explorer/templates/landing.mustache" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../explorer/templates/list.mustache" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../explorer/templates/matrix.mustache" if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../explorer/templates/numbers.mustache" if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../explorer/templates/page.mustache" if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../explorer/templates/places.mustache" if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../explorer/templates/post.mustache" if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../explorer/templates/report.mustache" if_empty(0)
};
static const unsigned char file_15[] = {
#embed "../../explorer/templates/source.mustache" if_empty(0)
};
static const unsigned char file_16[] = {
#embed "../../explorer/templates/thing.mustache" if_empty(0)
};
static const unsigned char file_17[] = {
#embed "../../explorer/templates/timeline.mustache" if_empty(0)
};

static const struct bg_explorer_file files[] = {
    {"explorer.js", file_0, sizeof file_0},
    {"languages/en.json", file_1, sizeof file_1},
    {"languages/fr.json", file_2, sizeof file_2},
    {"style.css", file_3, sizeof file_3},
    {"templates/entry.mustache", file_4, sizeof file_4},
    {"templates/fact.mustache", file_5, sizeof file_5},
    {"templates/finding.mustache", file_6, sizeof file_6},
    {"templates/landing.mustache", file_7, sizeof file_7},
    {"templates/list.mustache", file_8, sizeof file_8},
    {"templates/matrix.mustache", file_9, sizeof file_9},
    {"templates/numbers.mustache", file_10, sizeof file_10},
    {"templates/page.mustache", file_11, sizeof file_11},
    {"templates/places.mustache", file_12, sizeof file_12},
    {"templates/post.mustache", file_13, sizeof file_13},
    {"templates/report.mustache", file_14, sizeof file_14},
    {"templates/source.mustache", file_15, sizeof file_15},
    {"templates/thing.mustache", file_16, sizeof file_16},
    {"templates/timeline.mustache", file_17, sizeof file_17},
};

int bg_explorer_file_count(void) { return sizeof files / sizeof files[0]; }
const struct bg_explorer_file *bg_explorer_file_at(int index) {
  return index >= 0 && index < bg_explorer_file_count() ? &files[index] : 0;
}
