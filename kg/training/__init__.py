"""How the shipped model is made. Needs the extra ``train``; never imported at run time."""
