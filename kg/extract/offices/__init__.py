"""Who holds which office: the stage `Offices`.

Read `offices` (the stage), then `facts` (what a phrase says of its holder) and `ends` (until when).
"""
