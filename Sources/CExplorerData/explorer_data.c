#include "explorer_data.h"

/* #embed puts the files of explorer/ into the binary: no bundle beside it, no path to look up, no start-up cost.
   Written by tools/embed-ontology.py, sorted by path, so that a file can be found by halving. */


static const struct bg_explorer_file files[] = {
};

int bg_explorer_file_count(void) { return sizeof files / sizeof files[0]; }
const struct bg_explorer_file *bg_explorer_file_at(int index) {
  return index >= 0 && index < bg_explorer_file_count() ? &files[index] : 0;
}
