#!/usr/bin/env bash
# gradescope-utils: a test in which a `subTest` fails is not in the results at all.
#
# One would guess that every test that ran is in the results with its points, and one that failed is
# there with none of them, as a test that fails without `subTest` is.
# What happens: the results are written when a test as a whole is told as passed, failed or broken.
# For a test of which only subtests fail, unittest tells none of these. The test that asks for three
# numbers of steps, one of them wrong, is missing: no line for the student to read, no "failed", no
# `max_score`, while the runner itself says that the suite did not pass. The same test with its
# subtests right gives its points.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet gradescope-utils==0.5.0
"$folder/venv/bin/python" - <<'PYTHON'
import io, json, sys, unittest
from importlib.metadata import version
from gradescope_utils.autograder_utils.decorators import number, weight
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner

print("gradescope-utils", version("gradescope-utils"), "Python", sys.version.split()[0])

class Steps(unittest.TestCase):
    @weight(2)
    @number("1")
    def test_right(self):
        self.assertEqual(10, 10)

    @weight(2)
    @number("2")
    def test_wrong(self):
        self.assertEqual(10, 11)

    @weight(2)
    @number("3")
    def test_subtests_right(self):
        for steps in (1, 10, 100):
            with self.subTest(steps=steps):
                self.assertEqual(steps, steps)

    @weight(2)
    @number("4")
    def test_one_subtest_wrong(self):
        for steps in (1, 10, 100):
            with self.subTest(steps=steps):
                self.assertNotEqual(steps, 10)

written = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromTestCase(Steps)
passed = JSONTestRunner(visibility="visible", stream=written).run(suite).wasSuccessful()
results = json.loads(written.getvalue())
for test in results["tests"]:
    print(f"{test['number']}: {test['score']} of {test['max_score']}, {test['status']}")
print(f"score {results['score']}, suite passed: {passed}, tests run 4, in the results {len(results['tests'])}")
seen = {test["number"]: (test["score"], test["status"]) for test in results["tests"]}
as_stated = not passed and seen == {"1": (2, "passed"), "2": (0, "failed"), "3": (2, "passed")}
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
