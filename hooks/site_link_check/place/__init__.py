"""Places a fault: the file and line that made it, or none."""
