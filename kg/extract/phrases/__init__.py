"""The words of a noun phrase: how far it goes, what it says in English, its numbers and its quotation marks.

Read `phrases` (a phrase as a value), then `extent`, `words`, `english` and `glosses`.
"""
