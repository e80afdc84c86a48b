#ifndef BLOGGRAPH_EXPLORER_DATA_H
#define BLOGGRAPH_EXPLORER_DATA_H

/* One file of explorer/, as it was when the program was built. */
struct bg_explorer_file {
  const char *path;
  const unsigned char *bytes;
  unsigned long count;
};

const struct bg_explorer_file *bg_explorer_file_at(int index);
int bg_explorer_file_count(void);

#endif
