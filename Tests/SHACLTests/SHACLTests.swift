import SHACL
