"""What 'stipple bench --peer' holds beside its own figures: the same work by POT and PyTorch.

    stipple bench measure --points 10000 --peer 'python3 presets/studies/peer.py'

It is told a work and its settings, and prints one line of JSON with its name and its speed or time. For
work that it does not know, or whose library is not installed, it prints nothing.
"""

import argparse
import json
import os
import statistics
import time

parser = argparse.ArgumentParser()
parser.add_argument("work")
for flag, usual in ("batch", 256), ("width", 128), ("points", 2000), ("components", 8), ("threads", 1):
    parser.add_argument(f"--{flag}", type=int, default=usual)
parser.add_argument("--seconds", type=float, default=1.0)
ask = parser.parse_args()
# Read by the libraries when they are loaded.
for name in "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS":
    os.environ[name] = str(ask.threads)

TIMESTEPS, EMBEDDING = 1000, 64


def took(work):
    """The median time of a call, after one that does not count, over the seconds that are asked for."""
    work()
    times, end = [], time.perf_counter() + ask.seconds
    while not times or time.perf_counter() < end:
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def clouds():
    """Two draws of eight Gaussians on a ring, as many points as are asked for in each."""
    import numpy

    draws = []
    for seed in 1, 2:
        stream = numpy.random.default_rng(seed)
        angle = stream.integers(8, size=ask.points) * numpy.pi / 4
        means = 2 * numpy.stack([numpy.cos(angle), numpy.sin(angle)], axis=1)
        draws.append(means + 0.15 * stream.standard_normal((ask.points, 2)))
    return draws


def exact_w2():
    import ot

    one, other = clouds()
    work = lambda: ot.emd2([], [], ot.dist(one, other), numItermax=10**9)
    return {"peer": f"POT {ot.__version__}", "seconds": took(work)}


def sliced_w2():
    import ot

    one, other = clouds()
    work = lambda: ot.sliced_wasserstein_distance(one, other, n_projections=64, seed=1)
    return {"peer": f"POT {ot.__version__}", "seconds": took(work)}


def network(torch):
    """The reference network: a place and 64 numbers of the time step in, three SiLU layers, two numbers out."""
    layers, inputs = [], 2 + EMBEDDING
    for _ in range(3):
        layers += [torch.nn.Linear(inputs, ask.width), torch.nn.SiLU()]
        inputs = ask.width
    return torch.nn.Sequential(*layers, torch.nn.Linear(inputs, 2))


def embedded(torch, step):
    """Sines and cosines of time steps, in pitches from 1 to 1/10,000."""
    rates = torch.exp(-torch.arange(EMBEDDING // 2) * (9.210340371976184 / (EMBEDDING // 2)))
    turns = step.float()[:, None] * rates
    return torch.cat([turns.sin(), turns.cos()], dim=1)


def train():
    """A step draws its batch, answers, goes back through the network and moves weights and their average."""
    import torch

    torch.set_num_threads(ask.threads)
    model = network(torch)
    averages = [weight.detach().clone() for weight in model.parameters()]
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    level = torch.cumprod(1 - torch.linspace(1e-4, 0.02, TIMESTEPS), dim=0)

    def work():
        angle = torch.randint(8, (ask.batch,)) * (torch.pi / 4)
        clean = 2 * torch.stack([angle.cos(), angle.sin()], dim=1) + 0.15 * torch.randn(ask.batch, 2)
        step, noise = torch.randint(TIMESTEPS, (ask.batch,)), torch.randn(ask.batch, 2)
        share = level[step][:, None]
        noisy = share.sqrt() * clean + (1 - share).sqrt() * noise
        answer = model(torch.cat([noisy, embedded(torch, step)], dim=1))
        loss = torch.nn.functional.mse_loss(answer, noise)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            torch._foreach_lerp_(averages, list(model.parameters()), 0.001)

    return {"peer": f"torch {torch.__version__}", "steps_per_s": 1 / took(work)}


def sample():
    """All points through 100 steps of DDIM by a network that has learned nothing."""
    import torch

    torch.set_num_threads(ask.threads)
    model = network(torch)
    level = torch.cumprod(1 - torch.linspace(1e-4, 0.02, TIMESTEPS), dim=0)
    stops = list(range(TIMESTEPS - 1, -1, -10))

    def work():
        with torch.inference_mode():
            points = torch.randn(ask.points, 2)
            for index, step in enumerate(stops):
                now = level[step]
                after = level[stops[index + 1]] if index + 1 < len(stops) else torch.tensor(1.0)
                time_step = embedded(torch, torch.full((1,), step)).expand(ask.points, EMBEDDING)
                noise = model(torch.cat([points, time_step], dim=1))
                clean = (points - (1 - now).sqrt() * noise) / now.sqrt()
                points = after.sqrt() * clean + (1 - after).sqrt() * noise

    speed = ask.points * len(stops) / took(work)
    return {"peer": f"torch {torch.__version__}", "point_steps_per_s": speed}


def score():
    """The score of Gaussians on a ring, noised, in double precision."""
    import torch

    torch.set_num_threads(ask.threads)
    angle = torch.arange(ask.components, dtype=torch.float64) * (2 * torch.pi / ask.components)
    means = 0.8 * 2 * torch.stack([angle.cos(), angle.sin()], dim=1)
    variance = 0.8**2 * 0.15**2 + 0.6**2
    places = 6 * torch.rand(ask.points, 2, dtype=torch.float64) - 3

    def work():
        with torch.inference_mode():
            squares = torch.cdist(places, means, compute_mode="donot_use_mm_for_euclid_dist") ** 2
            shares = torch.softmax(-squares / (2 * variance), dim=1)
            return (shares @ means - places) / variance

    return {"peer": f"torch {torch.__version__}", "points_per_s": ask.points / took(work)}


WORKS = {
    "exact-w2": exact_w2, "sliced-w2": sliced_w2, "train": train, "sample": sample, "score": score,
}

if ask.work in WORKS:
    try:
        print(json.dumps(WORKS[ask.work]()))
    except ImportError:
        pass
