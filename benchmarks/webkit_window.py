"""A window of WebKitGTK that does what it is told: opens an address, asks a script there, and prints to a PDF.

`webkit.py` starts it with the system's own Python, which has the bindings of GTK. Each line of its input is one task in
JSON: `url`, `width` in pixels, `text` (how many times as large the letters are), `scripts` (whether the page may run
its own), `ask` (a script that returns an answer), and for paper `pdf`, `paper` (GTK's name of it) and `margin_mm`. Each
line of its output is the answer in JSON: what the script returned, and the errors and warnings of the page.
"""

import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402 the versions come first

HEIGHT = 900
LISTEN = """globalThis.told = [];
for (const kind of ["error", "warn"]) console[kind] = (...words) => told.push(`console.${kind}: ${words.join(" ")}`);
for (const kind of ["error", "unhandledrejection", "securitypolicyviolation"]) {
  addEventListener(kind, ({ message, reason, violatedDirective, target }) =>
    told.push([kind, message, reason, violatedDirective, target.src ?? target.href].filter(Boolean).join(": ")), true);
}
"""
"""Keeps what would stand in the console: errors, warnings, what did not load, and what the policy refused."""


def main() -> None:
    """Do each task that is read, one after the other."""
    window, view = Gtk.Window(), WebKit2.WebView.new_with_context(WebKit2.WebContext.new_ephemeral())
    settings = view.get_settings()
    settings.set_zoom_text_only(True)
    where, when = WebKit2.UserContentInjectedFrames.TOP_FRAME, WebKit2.UserScriptInjectionTime.START
    view.get_user_content_manager().add_script(WebKit2.UserScript.new(LISTEN, where, when, None, None))
    window.add(view)
    window.show_all()
    for line in sys.stdin:
        task = json.loads(line)
        window.resize(task["width"], HEIGHT)
        settings.set_enable_javascript_markup(task["scripts"])
        view.set_zoom_level(task["text"])
        load(view, "about:blank")  # so that a change of the fragment alone loads the page anew
        load(view, task["url"])
        said = ask(
            view, f"const said = await (async () => {{ {task['ask']} }})(); return [said, globalThis.told ?? []];"
        )
        if "pdf" in task:
            to_paper(view, task)
        print(said, flush=True)


def load(view: WebKit2.WebView, url: str) -> None:
    """Open an address and wait until it is loaded."""
    waiting = view.connect("load-changed", lambda _, event: event == WebKit2.LoadEvent.FINISHED and Gtk.main_quit())
    view.load_uri(url)
    Gtk.main()
    view.disconnect(waiting)


def ask(view: WebKit2.WebView, script: str) -> str:
    """Return what the body of an async function returns in the page, as JSON."""
    said = []

    def done(_: WebKit2.WebView, result: object) -> None:
        said.append(view.call_async_javascript_function_finish(result).to_json(0))
        Gtk.main_quit()

    view.call_async_javascript_function(script, -1, None, None, None, None, done)
    Gtk.main()
    return said[0]


def to_paper(view: WebKit2.WebView, task: dict) -> None:
    """Print the page as the window of GTK would, to a file."""
    settings, setup, job = Gtk.PrintSettings(), Gtk.PageSetup(), WebKit2.PrintOperation.new(view)
    settings.set_printer("Print to File")
    settings.set("output-file-format", "pdf")
    settings.set("output-uri", f"file://{task['pdf']}")
    setup.set_paper_size(Gtk.PaperSize.new(task["paper"]))
    for side in ("top", "bottom", "left", "right"):
        getattr(setup, f"set_{side}_margin")(task["margin_mm"], Gtk.Unit.MM)
    job.set_print_settings(settings)
    job.set_page_setup(setup)
    job.connect("finished", lambda _: Gtk.main_quit())
    job.print_()
    Gtk.main()


if __name__ == "__main__":
    main()
