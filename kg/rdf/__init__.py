"""The graph as RDF: written, read back, kept in a store, asked with SPARQL, and checked."""
