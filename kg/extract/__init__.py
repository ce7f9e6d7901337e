"""From syntax to what an article says, a room each, in the order in which an article needs them.

    clauses → phrases → roles, times → mentions, status, amounts
            → coreference, quotations, offices, reading, openie → relations

A room imports from rooms further left only. Stages are in `mentions`, `coreference`, `quotations`, `offices` and
`relations`, in the module that is named like its room; each writes what it finds into a `draft` of the document.
"""
