#!/usr/bin/env bash
# pyte and ncurses: in the C locale a bar of equal characters shrinks to one character.
#
# One would guess that pyte, the terminal emulator that tests of screen programs read the picture
# from, understands what ncurses writes for the terminal that nearly everybody names in TERM.
# What happens: the description of xterm-256color offers the sequence that repeats the last
# character (REP, `CSI n b`), and in a locale of single bytes, as build machines have it, ncurses
# takes it wherever that is shorter. pyte drops it: of a bar of thirty signs one is left, in a
# picture that is otherwise complete, so that a test would blame the program. In a UTF-8 locale
# ncurses writes the bar out, and so it does for TERM=linux, which has no such sequence.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pyte==0.8.2
cat > "$folder/bar.py" <<'PYTHON'
import curses

def main(window):
    window.addstr(1, 2, "=" * 30 + "|")
    window.refresh()

curses.wrapper(main)
PYTHON
"$folder/venv/bin/python" - "$folder/bar.py" <<'PYTHON'
import curses, os, pty, select, struct, sys, fcntl, termios
from importlib.metadata import version
import pyte

print("pyte", version("pyte"), "ncurses", ".".join(map(str, curses.ncurses_version)))

def output(term, locale):
    child, master = pty.fork()
    if child == 0:
        os.environ.update(TERM=term, LINES="6", COLUMNS="60", LC_ALL=locale)
        os.execv(sys.executable, [sys.executable, sys.argv[1]])
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 6, 60, 0, 0))
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
    return data

signs = {}
for term, locale in (("xterm-256color", "C"), ("xterm-256color", "C.UTF-8"), ("linux", "C")):
    data = output(term, locale)
    screen = pyte.Screen(60, 6)
    pyte.ByteStream(screen).feed(data)
    # pyte knows no alternate screen, so the picture is still there when the program has ended.
    bar = next((line.strip() for line in screen.display if "|" in line), "")
    signs[term, locale] = bar.count("=")
    print(f"{term}, {locale}: {bar!r}, repeats sent: {data.count(b'=' + bytes([27]) + b'[29b')}")
as_stated = list(signs.values()) == [1, 30, 30]
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
