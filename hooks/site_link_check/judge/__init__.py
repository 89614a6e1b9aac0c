"""Judges what was read: which links, marks, ids and files are wrong."""
