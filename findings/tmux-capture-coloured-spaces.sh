#!/usr/bin/env bash
# tmux: a captured picture loses the coloured places at the end of its rows.
#
# One would guess that `capture-pane -e`, which keeps colours, keeps a place that is painted with a
# background colour and holds no sign: to the eye it is as full as any other.
# What happens: spaces at the end of a row are cut, painted or not, and only then are colours
# written. A heat map drawn with backgrounds comes back without its right side wherever nothing is
# printed after it, and a row of nothing but painted places comes back with no place at all, while
# the pane shows the whole picture. With `-N` all of them are there; a map drawn with half blocks
# loses nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq \
  tmux=3.3a-3 libevent-core-2.1-7=2.1.12-stable-8 libutempter0=1.2.1-3 2>apt.log || { cat apt.log; exit 2; }
for package in ./*.deb; do dpkg -x "$package" root; done
mkdir -m 700 sockets
python3 - <<'PYTHON'
import os, re, subprocess, sys, time

folder = os.getcwd()
program = folder + "/root/usr/bin/tmux"
for name in ("TMUX", "TMUX_PANE"):
    os.environ.pop(name, None)
os.environ.update(
    TERM="xterm-256color", LC_ALL="C.UTF-8", TMUX_TMPDIR=folder + "/sockets", HOME=folder,
    LD_LIBRARY_PATH=folder + "/root/usr/lib/" + os.uname().machine + "-linux-gnu")

def tmux(*words):
    return subprocess.run(
        [program, "-L", "finding", "-f", "/dev/null", *words],
        capture_output=True, text=True, check=True).stdout

print(tmux("-V").strip())
width = 12
rows = {
    "spaces, painted": "\033[44m" + " " * width + "\033[0m",
    "spaces, then a sign": "\033[44m" + " " * width + "\033[0m|",
    "half blocks": "\033[34;44m" + "\u2580" * width + "\033[0m",
}
with open("picture", "w", encoding="utf-8") as file:
    file.write("\n".join(rows.values()) + "\nready")
try:
    tmux("new-session", "-d", "-x", "40", "-y", "6", "cat picture; exec sleep 60")
    for _ in range(100):
        if "ready" in tmux("capture-pane", "-p"):
            break
        time.sleep(0.1)

    def places(*options):
        lines = tmux("capture-pane", "-p", "-e", *options).splitlines()
        return [len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in lines[:len(rows)]]

    plain, whole = places(), places("-N")
finally:
    tmux("kill-server")
for name, short, long in zip(rows, plain, whole):
    print(f"{name:20s} {short:2d} places captured, {long:2d} with -N")
as_stated = plain == [0, width + 1, width] and whole == [width, width + 1, width]
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
