#ifndef BLOGGRAPH_ONTOLOGY_DATA_H
#define BLOGGRAPH_ONTOLOGY_DATA_H

/* One file of ontology/, as it was when the program was built. */
struct bg_ontology_file {
  const char *path;
  const unsigned char *bytes;
  unsigned long count;
};

const struct bg_ontology_file *bg_ontology_file_at(int index);
int bg_ontology_file_count(void);

#endif
