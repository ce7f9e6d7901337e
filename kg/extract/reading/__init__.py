"""One sentence with all that is known of it, and what may fill a place in a statement.

Read `reading`, then `fillers` (who stands at a word) and `qualifiers` (when, where, how often).
"""
