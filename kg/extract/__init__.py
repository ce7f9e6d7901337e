"""From syntax to what an article says: mentions, coreference, clauses, relations and their commitment."""
