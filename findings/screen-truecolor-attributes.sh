#!/usr/bin/env bash
# GNU Screen 4.9: the red, green and blue of a colour become attributes.
#
# One would guess that a multiplexer that does not know 24-bit colours shows another colour, or none.
# What happens: Screen reads the numbers after 38;2 one by one. A red of (255, 4, 7) is dim,
# underlined and reversed text in no colour, for 2, 4 and 7 are the codes of these. Screen passes
# the COLORTERM=truecolor of the terminal it was started in on to programs, so those that ask only
# there send such colours. 256 colours (38;5;n) arrive as they should.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq screen=4.9.0-4 libutempter0=1.2.1-3 2>apt.log || { cat apt.log; exit 2; }
for package in ./*.deb; do dpkg -x "$package" root; done
mkdir -m 700 sockets
python3 - <<'PYTHON'
import os, pty, select, subprocess, sys

folder = os.getcwd()
program = folder + "/root/usr/bin/screen"
os.environ.update(
    TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8", SCREENDIR=folder + "/sockets", HOME=folder,
    LD_LIBRARY_PATH=folder + "/root/usr/lib/" + os.uname().machine + "-linux-gnu")
print(subprocess.run([program, "-v"], capture_output=True, text=True).stdout.strip())

def shown(colour):
    """What Screen writes to the outer terminal for a word in a colour."""
    with open("word", "w") as file:
        file.write(f"\033[{colour}mWORD\033[0m\n")
    child, master = pty.fork()
    if child == 0:
        os.execv(program, [
            program, "-U", "-c", "/dev/null", "sh", "-c", "sleep 0.5; echo TOLD=$COLORTERM; cat word; sleep 1"])
    data = b""
    while select.select([master], [], [], 5)[0]:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        data += piece
    os.waitpid(child, 0)
    # Between the first line, which tells COLORTERM, and the word stands its colour.
    return data.split(b"TOLD=")[-1].split(b"WORD")[0]

direct, indexed = shown("38;2;255;4;7"), shown("38;5;196")
print("38;2;255;4;7 becomes", direct)
print("38;5;196     becomes", indexed)
as_stated = (
    direct.startswith(b"truecolor") and b"\x1b[4m" in direct and b"\x1b[7m" in direct and b"38;" not in direct
    and b"38;5;196" in indexed and b"\x1b[7m" not in indexed
)
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
