/* parse FILE…   reads each file and parses it, Markdown with cmark-gfm and then its HTML with libxml2, HTML with libxml2 alone:
   the least that anybody needs to do who wants to know what a post says. Measured by extraction.py. */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)size + 1);
  *length = bytes ? fread(bytes, 1, (size_t)size, file) : 0;
  fclose(file);
  return bytes;
}

static int parse_html(const char *html, size_t length) {
  htmlDocPtr tree = htmlReadMemory(html, (int)length, NULL, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlFreeDoc(tree);
  return tree != NULL;
}

static int parse_markdown(const char *text, size_t length) {
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE);
  const char *names[] = {"table", "strikethrough", "autolink"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
  cmark_parser_feed(parser, text, length);
  cmark_node *root = cmark_parser_finish(parser);
  char *html = cmark_render_html(root, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
  int is_read = parse_html(html, strlen(html));
  free(html);
  cmark_node_free(root);
  cmark_parser_free(parser);
  return is_read;
}

int main(int count, char **paths) {
  cmark_gfm_core_extensions_ensure_registered();
  int parsed = 0;
  for (int i = 1; i < count; i++) {
    size_t length = 0;
    char *bytes = read_file(paths[i], &length);
    if (!bytes) return 1;
    const char *suffix = strrchr(paths[i], '.');
    parsed += suffix && !strncmp(suffix, ".htm", 4) ? parse_html(bytes, length) : parse_markdown(bytes, length);
    free(bytes);
  }
  printf("%d files\n", parsed);
  return parsed == count - 1 ? 0 : 1;
}
