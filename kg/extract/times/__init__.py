"""When: the time expressions of a sentence, the days they mean, and the same as TIMEX3.

Read `times` (what the graph holds), then `patterns`, `views`, `resolution`, `periods`; `timex` is the other view.
"""
