#define _GNU_SOURCE
#include "file_system.h"

#include <fcntl.h>
#include <stdio.h>

int bg_exchange(const char *a, const char *b) { return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE); }
