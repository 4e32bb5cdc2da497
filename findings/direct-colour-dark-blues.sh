#!/usr/bin/env bash
# ncurses: with a TERM for 24-bit colour, the seven darkest blues are red, green, yellow, ... white.
#
# One would guess that in a terminal description whose colours are numbers of 24 bits, 0xRRGGBB, the
# number 0x000007 is a blue that nobody can tell from black.
# What happens: `xterm-direct`, `vte-direct` and `kitty-direct` keep the numbers 0 to 7 for the
# eight colours of old. 0x000001 to 0x000007 are sent as the codes 31 to 37, so that a ramp from
# black to blue, where a heat map begins, starts with seven garish bands, the brightest of them
# white; from 0x000008 on it is what was asked for. `xterm-direct256` keeps 256 of them, which is
# every pure blue. Adding 0x000100 to such a number is the way round it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq ncurses-term=6.4-4 2>apt.log || { cat apt.log; exit 2; }
dpkg -x ./ncurses-term*.deb root
TERMINFO="$folder/root/usr/share/terminfo" python3 - <<'PYTHON'
import subprocess, sys

print("ncurses-term 6.4-4,", subprocess.run(["tput", "-V"], capture_output=True, text=True).stdout.strip())

def told(term, number):
    run = subprocess.run(["tput", "-T", term, "setaf", str(number)], capture_output=True, check=True)
    return run.stdout.decode().removeprefix("\033[").removesuffix("m")

def colours(term):
    run = subprocess.run(["tput", "-T", term, "colors"], capture_output=True, text=True, check=True)
    return int(run.stdout)

ramp = [0, 1, 2, 3, 4, 5, 6, 7, 8, 255, 256]
seen = {}
for term in ("xterm-direct", "vte-direct", "kitty-direct", "xterm-direct256"):
    seen[term] = [told(term, number) for number in ramp]
    print(f"{term:16s} {colours(term)} colours: " + ", ".join(
        f"{number:06x} {code}" for number, code in zip(ramp, seen[term])))
    sys.stdout.flush()
old = [str(30 + number) for number in range(8)]
as_stated = (
    all(colours(term) == 1 << 24 for term in seen)
    and all(codes[:8] == old for codes in seen.values())
    and seen["xterm-direct"][8:] == ["38:2::0:0:8", "38:2::0:0:255", "38:2::0:1:0"]
    and seen["vte-direct"][8:] == ["38;2;0;0;8", "38;2;0;0;255", "38;2;0;1;0"]
    and seen["kitty-direct"][8:] == ["38:2:0:0:8", "38:2:0:0:255", "38:2:0:1:0"]
    and seen["xterm-direct256"][8:] == ["90", "38;5;255", "38:2::0:1:0"]
)
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
