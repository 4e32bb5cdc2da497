"""The Frechet distance of two sets of feature vectors as reference implementations work it out: means,
covariances divided by n - 1, and scipy's square root of their product.

    python3 frechet.py                 the vectors that a test holds Stipple against
    python3 frechet.py ONE.csv TWO.csv the distance of two files of numbers with a header
"""

import sys

import numpy
import scipy.linalg


def distance(one, other):
    """|a - b|^2 + tr(A + B - 2 (A B)^(1/2)); the rows of both are vectors."""
    offset = one.mean(axis=0) - other.mean(axis=0)
    a, b = numpy.cov(one, rowvar=False), numpy.cov(other, rowvar=False)
    root = scipy.linalg.sqrtm(a @ b)
    return float(offset @ offset + numpy.trace(a) + numpy.trace(b) - 2 * numpy.trace(root).real)


def vectors(count, width, seed):
    """Correlated vectors of a linear congruential generator, which any language can repeat."""
    state, rows = seed, []
    for _ in range(count):
        row, before = [], 0.0
        for column in range(width):
            state = (1103515245 * state + 12345) % 2**31
            uniform = state / 2**31 - 0.5
            row.append((1 + column % 5) * uniform + 0.5 * before + 0.1 * seed)
            before = uniform
        rows.append(row)
    return numpy.array(rows)


def read(file):
    """The numbers of a file; what is none, such as labels, is left out."""
    return numpy.genfromtxt(file, delimiter=",", skip_header=1)


if len(sys.argv) == 3:
    print(repr(distance(read(sys.argv[1]), read(sys.argv[2]))))
else:
    print("count,other,width,distance")
    for count, other, width in [(64, 64, 8), (200, 100, 32), (1000, 1000, 32), (40, 90, 2)]:
        value = distance(vectors(count, width, 3), vectors(other, width, 5))
        print(f"{count},{other},{width},{value!r}")
