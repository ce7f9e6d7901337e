"""Nouns that say what somebody is or what a body is: minister, government, spokeswoman of the ministry.

Read `nouns` (which nouns), `phrases` (the whole phrase with its owner and place), `surroundings`, `holders`, `told`.
"""
