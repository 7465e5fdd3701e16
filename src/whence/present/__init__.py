"""Answers on the terminal and in files that other software reads."""
