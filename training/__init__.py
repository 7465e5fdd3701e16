"""From the open data sets to the model files that the wheel carries; see README.md in this folder."""
