"""How many and how much: counts, frequencies, sums of money and shares of a sentence."""
