"""Reads what is there: built pages, data, PDFs, Markdown and settings."""
