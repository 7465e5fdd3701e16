"""The teaching corpus: compile the source mark-up, check it, count it, compare two markers, load it."""
