#ifndef BLOGGRAPH_QUERIES_DATA_H
#define BLOGGRAPH_QUERIES_DATA_H

/* One file of queries/, as it was when the program was built. */
struct bg_queries_file {
  const char *path;
  const unsigned char *bytes;
  unsigned long count;
};

const struct bg_queries_file *bg_queries_file_at(int index);
int bg_queries_file_count(void);

#endif
