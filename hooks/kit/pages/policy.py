"""The policy of the site: what a page may load, and what a web server should say with it."""

from base64 import b64encode
from hashlib import sha256


def policy(script: str = "", *, preview: bool = False) -> str:
    """Return what a page may load: files of its own site, and of what is written into it nothing but this script.

    In a preview the server writes a script of its own into each page, another one each time, which shows a change.
    """
    known = f" 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" if script else ""
    known = " 'unsafe-inline'" if preview else known
    return (
        f"default-src 'none'; script-src 'self'{known}; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
    )


def headers(said: str) -> str:
    """Return what a web server should say with every page, as several hosts read it; the policy is one part of it."""
    return f"""/*
  Content-Security-Policy: {said}; frame-ancestors 'none'
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), screen-wake-lock=(self), usb=()
  X-Content-Type-Options: nosniff
  Cross-Origin-Opener-Policy: same-origin
/worker.js
  Cache-Control: no-cache
"""
