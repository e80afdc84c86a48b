import JSONLD
