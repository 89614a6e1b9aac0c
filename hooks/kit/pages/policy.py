"""The policy of the site: what a page may load, and what a web server should say with it."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""What a page may load: files of its own site, and nothing that is written into the page."""
HEADERS = f"""/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'none'
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  X-Content-Type-Options: nosniff
  Cross-Origin-Opener-Policy: same-origin
"""
"""What a web server should say with every page, as several hosts read it."""
