"""Solves the instances of `cambrian-bench kernels` with SciPy: prints, for each, seconds of processor time per solve, the value reached, and calls of the function."""
import json
import sys
import time
import warnings

import numpy as np
import scipy
from scipy import linalg, optimize, signal

warnings.filterwarnings("ignore")


def array(instance, name):
    return np.asarray(instance[name], dtype=float)


class Counted:
    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, *arguments):
        self.calls += 1
        return self.function(*arguments)


def cholesky(instance):
    n = instance["n"]
    matrix, right = array(instance, "matrix").reshape(n, n), array(instance, "right")
    return lambda: (linalg.cho_solve(linalg.cho_factor(matrix, lower=True, check_finite=False), right, check_finite=False).sum(), 0)


def convolution(instance):
    a, b = array(instance, "a"), array(instance, "b")
    return lambda: ((signal.fftconvolve(a, b) ** 2).sum(), 0)


def linear(instance):
    objective, limits = -array(instance, "objective"), array(instance, "limits")
    rows = array(instance, "rows").reshape(len(limits), len(objective))
    return lambda: (-optimize.linprog(objective, A_ub=rows, b_ub=limits, method="highs").fun, 0)


def integer(instance):
    objective, limits = -array(instance, "objective"), array(instance, "limits")
    rows = array(instance, "rows").reshape(len(limits), len(objective))
    ones = np.ones(len(objective))
    constraint = optimize.LinearConstraint(rows, ub=limits)
    return lambda: (-optimize.milp(objective, constraints=constraint, integrality=ones, bounds=optimize.Bounds(0, 1), options={"mip_rel_gap": 0}).fun, 0)


def rosenbrock(x):
    bend, rest = x[1:] - x[:-1] ** 2, 1 - x[:-1]
    gradient = np.zeros_like(x)
    gradient[:-1] = -400 * x[:-1] * bend - 2 * rest
    gradient[1:] += 200 * bend
    return (100 * bend ** 2 + rest ** 2).sum(), gradient


def bfgs(instance):
    start = array(instance, "start")

    def solve():
        function = Counted(rosenbrock)
        found = optimize.minimize(function, start, jac=True, method="L-BFGS-B", options={"maxcor": 10, "ftol": 1e-18, "gtol": 1e-10, "maxiter": 10 ** 5, "maxfun": 10 ** 6})
        return found.fun, function.calls

    return solve


def pairs(x):
    bend, rest = x[1::2] - x[::2] ** 2, 1 - x[::2]
    return (100 * bend ** 2 + rest ** 2).sum()


def simplex(instance):
    start, tolerance = array(instance, "start"), instance["tolerance"]
    corners = np.vstack([start, start + instance["size"] * np.eye(len(start))])

    def solve():
        function = Counted(pairs)
        found = optimize.minimize(function, start, method="Nelder-Mead", options={"initial_simplex": corners, "adaptive": True, "xatol": tolerance, "fatol": tolerance, "maxiter": 10 ** 6, "maxfev": 10 ** 6})
        return found.fun, function.calls

    return solve


def squares(instance):
    start, times, observed = array(instance, "start"), array(instance, "times"), array(instance, "observed")

    def parts(x):
        away = (times[:, None] - x[1::3]) / x[2::3]
        return away, np.exp(-away ** 2)

    def residuals(x):
        return (x[0::3] * parts(x)[1]).sum(axis=1) - observed

    def jacobian(x):
        away, bell = parts(x)
        slope = 2 * x[0::3] * bell * away / x[2::3]
        rows = np.empty((len(times), len(x)))
        rows[:, 0::3], rows[:, 1::3], rows[:, 2::3] = bell, slope, slope * away
        return rows

    def solve():
        values, derivatives = Counted(residuals), Counted(jacobian)
        found = optimize.least_squares(values, start, jac=derivatives, method="lm", xtol=1e-12, ftol=1e-12, gtol=1e-12)
        return 2 * found.cost, values.calls + derivatives.calls

    return solve


def apart(instance):
    start = array(instance, "start")
    n = len(start) // 2
    i, j = np.tril_indices(n, -1)
    places = np.arange(len(i))
    objective = np.zeros(2 * n + 1)
    objective[-1] = -1

    def room(x):
        points = x[:-1].reshape(n, 2)
        return ((points[i] - points[j]) ** 2).sum(axis=1) - x[-1]

    def slopes(x):
        points = x[:-1].reshape(n, 2)
        difference = 2 * (points[i] - points[j])
        rows = np.zeros((len(i), 2 * n + 1))
        for axis in range(2):
            rows[places, 2 * i + axis] = difference[:, axis]
            rows[places, 2 * j + axis] = -difference[:, axis]
        rows[:, -1] = -1
        return rows

    first = np.append(start, 0.0)
    first[-1] = 0.99 * room(first).min()
    bounds = [(0, 1)] * (2 * n) + [(0, None)]

    def solve():
        constraint = {"type": "ineq", "fun": room, "jac": slopes}
        found = optimize.minimize(lambda x: -x[-1], first, jac=lambda x: objective, method="SLSQP", bounds=bounds, constraints=[constraint], options={"ftol": 1e-14, "maxiter": 1000})
        x = np.clip(found.x, 0, 1)
        x[-1] = 0
        return np.sqrt(room(x).min()), 0

    return solve


def hopping(instance):
    start = array(instance, "start")
    n = len(start) // 3
    i, j = np.tril_indices(n, -1)

    def energy(x):
        points = x.reshape(n, 3)
        difference = points[i] - points[j]
        inverse = 1 / (difference ** 2).sum(axis=1)
        sixth = inverse ** 3
        pull = (24 * sixth * inverse * (1 - 2 * sixth))[:, None] * difference
        gradient = np.zeros((n, 3))
        np.add.at(gradient, i, pull)
        np.add.at(gradient, j, -pull)
        return (4 * sixth * (sixth - 1)).sum(), gradient.ravel()

    def solve():
        function = Counted(energy)
        found = optimize.basinhopping(function, start, niter=instance["hops"], stepsize=instance["step"], T=0.1, seed=1, minimizer_kwargs={"method": "L-BFGS-B", "jac": True})
        return found.fun, function.calls

    return solve


def measure(solve, least):
    value, calls = solve()
    count = 1
    while True:
        begin = time.process_time()
        for _ in range(count):
            solve()
        spent = time.process_time() - begin
        if spent >= least:
            break
        count = max(2 * count, int(count * 1.2 * least / max(spent, 1e-3)))
    begin = time.process_time()
    for _ in range(count):
        solve()
    return [(time.process_time() - begin) / count, float(value), calls]


def blas():
    try:
        import threadpoolctl

        return ", ".join(f"{pool['internal_api']} {pool['version']} for {pool.get('architecture', '?')}" for pool in threadpoolctl.threadpool_info()) or "reference BLAS"
    except ImportError:
        return "BLAS unknown"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        instances = json.load(file)
    rows = [measure(globals()[instance["kind"]](instance), float(sys.argv[2])) for instance in instances]
    print(json.dumps({"versions": f"SciPy {scipy.__version__}, NumPy {np.__version__}, Python {sys.version.split()[0]}, {blas()}, one thread", "rows": rows}))


if __name__ == "__main__":
    main()
