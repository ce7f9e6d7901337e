"""What a text names: the stage `Mentions`, from the words of names to their type and normal form.

Read `mentions` (the stage), then `spans` (from where to where), `types`, `normal_forms` and `nominals`.
"""
