"""Whence: a folder of reporting becomes a checkable model of the network it describes."""

__version__ = "0.1.0"
