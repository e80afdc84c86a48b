/* Debian builds libxml2 with ICU, whose headers clash with those of Foundation: the fields that ICU adds to the end of
   libxml2's encoding handler are left out of sight. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
