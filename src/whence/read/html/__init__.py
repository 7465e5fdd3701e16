"""Pages: all visible text in order, each line marked with what its markup says it is, each piece tied to its source."""
