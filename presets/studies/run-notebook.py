#!/usr/bin/env python3
"""Runs notebook.ipynb from its first cell to its last, as Jupyter would.

    run-notebook.py [-o DONE.ipynb]

Installs what it needs from PyPI in a folder that is removed again; PyTorch alone may be some gigabytes
where the index has no build for processors. The program is the one that STIPPLE names, else the one on the
PATH. Prints what the cells print, and ends with 1 where one of them fails or PyTorch's answers are not those of
`stipple field`.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import venv

PACKAGES = ["torch==2.13.0", "numpy==2.4.6", "safetensors==0.8.0", "nbclient==0.11.0", "ipykernel==7.4.0"]
# 32-bit floats differ by their rounding, which grows a little on the way through the layers.
LARGEST = 1e-5


def printed(cell):
    """What a cell printed, and its last value as text."""
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        kinds = [kind for kind in data if kind != "text/plain"]
        yield output.get("text") or (f"[{kinds[0]}]" if kinds else data.get("text/plain", ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", "--output", help="where the notebook goes with all that its cells show")
    given = parser.parse_args()
    program = os.environ.get("STIPPLE") or shutil.which("stipple")
    if not program or not os.access(program, os.X_OK):
        sys.exit("there is no program stipple on the PATH; name it by STIPPLE")
    notebook = pathlib.Path(__file__).with_name("notebook.ipynb").resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "bin").mkdir()
        (folder / "bin" / "stipple").symlink_to(pathlib.Path(program).resolve())
        venv.create(folder / "venv", with_pip=True)
        tools = folder / "venv" / "bin"
        subprocess.run([tools / "pip", "install", "--quiet", *PACKAGES], check=True)
        work = folder / "work"
        work.mkdir()
        shutil.copy(notebook, work)
        path = os.pathsep.join([str(folder / "bin"), str(tools), os.environ["PATH"]])
        done = folder / "done.ipynb"
        run = subprocess.run(
            [tools / "jupyter-execute", f"--output={done}", work / notebook.name],
            cwd=work, env={**os.environ, "PATH": path, "IPYTHONDIR": str(folder / "ipython")},
            stderr=subprocess.PIPE, text=True)
        if run.returncode:
            sys.exit(run.stderr)
        text = done.read_text(encoding="utf-8")
    if given.output:
        pathlib.Path(given.output).write_text(text, encoding="utf-8")
    shown = ["".join(part).rstrip() for cell in json.loads(text)["cells"] for part in printed(cell)]
    print("\n".join(shown))
    gaps = [float(gap) for gap in re.findall(r"largest difference .* is (\S+)", "\n".join(shown))]
    sys.exit(0 if gaps and max(gaps) < LARGEST else "PyTorch does not answer what stipple field does")


if __name__ == "__main__":
    main()
