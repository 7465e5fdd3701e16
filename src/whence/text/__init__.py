"""String to string: scripts, folding, names, places, date phrases. Nothing here knows a document."""
