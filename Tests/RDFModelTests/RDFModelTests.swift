import RDFModel
