"""Who says what: the stage `Quotations`, direct, indirect and mixed speech with its speaker.

Read `quotations` (the stage), then `speech`, `announcing`, `sources`, `mood`, `interviews`, `quoted`.
"""
