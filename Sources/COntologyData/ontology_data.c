#include "ontology_data.h"

/* #embed puts the files of ontology/ into the binary: no bundle beside it, no path to look up, no start-up cost.
   Written by tools/embed-ontology.py, sorted by path, so that a file can be found by halving. */

static const unsigned char file_0[] = {
#embed "../../ontology/bloggraph.ttl" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../ontology/confidence.tsv" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../ontology/context.jsonld" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../ontology/gazetteer/events.tsv" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../ontology/gazetteer/given-names.tsv" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../ontology/gazetteer/organizations.tsv" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../ontology/gazetteer/places.tsv" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../ontology/gazetteer/software.tsv" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../ontology/languages/README.md" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../ontology/languages/de/lists.txt" if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../ontology/languages/de/patterns.txt" if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../ontology/languages/de/words.txt" if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../ontology/languages/en/lists.txt" if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../ontology/languages/en/patterns.txt" if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../ontology/languages/en/words.txt" if_empty(0)
};
static const unsigned char file_15[] = {
#embed "../../ontology/languages/fr/lists.txt" if_empty(0)
};
static const unsigned char file_16[] = {
#embed "../../ontology/languages/fr/patterns.txt" if_empty(0)
};
static const unsigned char file_17[] = {
#embed "../../ontology/languages/fr/words.txt" if_empty(0)
};
static const unsigned char file_18[] = {
#embed "../../ontology/page-shapes.ttl" if_empty(0)
};
static const unsigned char file_19[] = {
#embed "../../ontology/schema-terms.tsv" if_empty(0)
};
static const unsigned char file_20[] = {
#embed "../../ontology/shapes.ttl" if_empty(0)
};

static const struct bg_ontology_file files[] = {
    {"bloggraph.ttl", file_0, sizeof file_0},
    {"confidence.tsv", file_1, sizeof file_1},
    {"context.jsonld", file_2, sizeof file_2},
    {"gazetteer/events.tsv", file_3, sizeof file_3},
    {"gazetteer/given-names.tsv", file_4, sizeof file_4},
    {"gazetteer/organizations.tsv", file_5, sizeof file_5},
    {"gazetteer/places.tsv", file_6, sizeof file_6},
    {"gazetteer/software.tsv", file_7, sizeof file_7},
    {"languages/README.md", file_8, sizeof file_8},
    {"languages/de/lists.txt", file_9, sizeof file_9},
    {"languages/de/patterns.txt", file_10, sizeof file_10},
    {"languages/de/words.txt", file_11, sizeof file_11},
    {"languages/en/lists.txt", file_12, sizeof file_12},
    {"languages/en/patterns.txt", file_13, sizeof file_13},
    {"languages/en/words.txt", file_14, sizeof file_14},
    {"languages/fr/lists.txt", file_15, sizeof file_15},
    {"languages/fr/patterns.txt", file_16, sizeof file_16},
    {"languages/fr/words.txt", file_17, sizeof file_17},
    {"page-shapes.ttl", file_18, sizeof file_18},
    {"schema-terms.tsv", file_19, sizeof file_19},
    {"shapes.ttl", file_20, sizeof file_20},
};

int bg_ontology_file_count(void) { return sizeof files / sizeof files[0]; }
const struct bg_ontology_file *bg_ontology_file_at(int index) {
  return index >= 0 && index < bg_ontology_file_count() ? &files[index] : 0;
}
