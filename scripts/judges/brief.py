"""Chromium prints the brief of a plan: on A4 and on Letter it takes a page or two. The files stay, to be looked at.
Arguments: address of a demo, token of an employee with an agreed plan, folder."""

import json
import re
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

url, token, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
folder.mkdir(parents=True, exist_ok=True)


def get(path: str, accept: str) -> str:
    request = urllib.request.Request(url + path, headers={"Authorization": f"Bearer {token}", "Accept": accept})
    with urllib.request.urlopen(request) as response:
        return response.read().decode()


def chromium(*flags: str) -> None:
    with tempfile.TemporaryDirectory() as profile:
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", *flags]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


person = json.loads(get("/v1/me", "application/json"))["person"]["id"]
plans = json.loads(get(f"/v1/plans?owner_id={person}&limit=100", "application/json"))["items"]
plan = next(plan for plan in plans if plan["status"] == "agreed")
page = get(f"/v1/plans/{plan['id']}/brief", "text/html")
(folder / "brief.md").write_text(get(f"/v1/plans/{plan['id']}/brief", "text/markdown"))
pages = {}
for size in ["A4", "Letter"]:
    source, printed = folder / f"{size}.html", folder / f"{size}.pdf"
    # As a printer with this paper would.
    source.write_text(page.replace("</head>", f"<style>@page {{ size: {size}; }}</style></head>"))
    chromium("--no-pdf-header-footer", f"--print-to-pdf={printed}", source.as_uri())
    pages[size] = len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes()))
    assert 1 <= pages[size] <= 2, f"{printed} has {pages[size]} pages"
    chromium("--window-size=900,1400", f"--screenshot={folder / size}.png", source.as_uri())
print(", ".join(f"{count} pages on {size}" for size, count in pages.items()))
