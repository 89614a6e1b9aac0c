"""Checks every link of a built site and traces each fault to the line that made it."""
