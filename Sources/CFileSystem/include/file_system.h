#ifndef BLOGGRAPH_FILE_SYSTEM_H
#define BLOGGRAPH_FILE_SYSTEM_H

/* Two paths change places in one step. 0, or -1 with errno. A shim, because Glibc declares renameat2(2) to those only
   who define _GNU_SOURCE before its first header, which a Swift module cannot. */
int bg_exchange(const char *a, const char *b);

#endif
