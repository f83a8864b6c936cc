#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Derives the polynomials of engine/elementary.cpp (needs python3-mpmath).

Each is the minimax polynomial of a function on an interval, found by Remez exchange with a weight
that turns the error into a relative error of the final result. The coefficients are then rounded to
double, and the error of the rounded polynomial is measured again on a dense grid and printed.
"""
from mpmath import mp, mpf, exp, log, sin, cos, pi, sqrt, matrix, lu_solve, nstr

mp.prec = 300


def chebyshev_points(low, high, count):
    """Extrema of the Chebyshev polynomial of degree count - 1, the first guess."""
    return [(low + high) / 2 - (high - low) / 2 * cos(pi * i / (count - 1)) for i in range(count)]


def evaluate(coefficients, x):
    result = mpf(0)
    for coefficient in reversed(coefficients):
        result = result * x + coefficient
    return result


def solve(function, weight, points):
    """Coefficients and levelled error E with weight * (function - polynomial) = +-E at the points."""
    count = len(points)
    system, right = matrix(count, count), matrix(count, 1)
    for row, x in enumerate(points):
        for power in range(count - 1):
            system[row, power] = x**power
        system[row, count - 1] = (-1) ** row / weight(x)
        right[row] = function(x)
    solution = lu_solve(system, right)
    return [solution[i] for i in range(count - 1)]


def extrema(error, low, high, count):
    """The points of largest error between sign changes, refined by golden sections."""
    grid = chebyshev_points(low, high, 40 * count)
    values = [error(x) for x in grid]
    found = []
    start = 0
    for i in range(1, len(grid) + 1):
        if i == len(grid) or (values[i] > 0) != (values[start] > 0):
            best = max(range(start, i), key=lambda at: abs(values[at]))
            left, right = grid[max(best - 1, 0)], grid[min(best + 1, len(grid) - 1)]
            for _ in range(40):
                a, b = left + (right - left) * mpf("0.382"), left + (right - left) * mpf("0.618")
                if abs(error(a)) > abs(error(b)):
                    right = b
                else:
                    left = a
            candidates = [grid[best], (left + right) / 2]
            found.append(max(candidates, key=lambda x: abs(error(x))))
            start = i
    while len(found) > count:
        found.pop(0 if abs(error(found[0])) < abs(error(found[-1])) else -1)
    return found


def remez(function, weight, low, high, degree):
    points = chebyshev_points(low, high, degree + 2)
    coefficients = solve(function, weight, points)
    for _ in range(8):
        error = lambda x: weight(x) * (function(x) - evaluate(coefficients, x))
        points = extrema(error, low, high, degree + 2)
        if len(points) < degree + 2:
            break
        coefficients = solve(function, weight, points)
    return coefficients


def report(name, function, weight, low, high, degree):
    rounded = [float(c) for c in remez(function, weight, mpf(low), mpf(high), degree)]
    grid = chebyshev_points(mpf(low), mpf(high), 4001)
    worst = max(abs(weight(x) * (function(x) - evaluate(rounded, x))) for x in grid)
    print(f"{name}: relative error below 2^{nstr(log(worst, 2), 5)}")
    for power, coefficient in enumerate(rounded):
        print(f"    {power:2d}  {coefficient.hex():26s} {coefficient!r}")


def split(name, value, bits):
    """The first `bits` bits of a constant, and the rest as a double."""
    exponent = int(mp.floor(log(value, 2))) + 1
    high = mp.nint(value * mpf(2) ** (bits - exponent)) * mpf(2) ** (exponent - bits)
    print(f"{name}: {float(high).hex()} + {float(value - high).hex()}")


def without_hole(function, value_at_zero):
    """The function, continued where its formula is 0 / 0; near there the formula would cancel."""
    return lambda x: function(x) if abs(x) > mpf(2) ** -40 else value_at_zero


half_ln2 = log(mpf(2)) / 2 * (1 + mpf(2) ** -20)
# e^r = 1 + r + r^2/2 + r^3 P(r)
report("exp, P(r), |r| <= ln 2 / 2",
       without_hole(lambda r: (exp(r) - 1 - r - r * r / 2) / r**3, mpf(1) / 6),
       lambda r: r**3 / exp(r) if abs(r) > mpf(2) ** -40 else mpf(2) ** -120,
       -half_ln2, half_ln2, 9)

# ln((1 + s) / (1 - s)) = 2 s + s R(s^2), R(z) = z P(z); relative to f = 2 s / (1 - s)
largest = ((sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)) ** 2 * (1 + mpf(2) ** -16)


def atanh_rest(z):
    if z < mpf(2) ** -40:
        return mpf(2) / 3 + 2 * z / 5
    s = sqrt(z)
    return (log((1 + s) / (1 - s)) / s - 2) / z


report("log, P(z), z = s^2 <= (3 - 2 sqrt 2)^2", atanh_rest,
       lambda z: max(z, mpf(2) ** -60) / 2, 0, largest, 6)

# sin(pi r) = pi r + r^3 P(r^2);  cos(pi r) = 1 - pi^2/2 r^2 + r^4 P(r^2);  |r| <= 1/4
quarter_squared = mpf(1) / 16


def sine_rest(w):
    if w < mpf(2) ** -40:
        return -pi**3 / 6 + w * pi**5 / 120
    r = sqrt(w)
    return (sin(pi * r) / r - pi) / w


def cosine_rest(w):
    if w < mpf(2) ** -30:
        return pi**4 / 24 - w * pi**6 / 720 + w * w * pi**8 / 40320
    return (cos(pi * sqrt(w)) - 1 + pi**2 / 2 * w) / w**2


report("sin_pi, P(w), w = r^2 <= 1/16", sine_rest, lambda w: max(w, mpf(2) ** -60) / pi,
       0, quarter_squared, 5)
report("cos_pi, P(w), w = r^2 <= 1/16", cosine_rest, lambda w: max(w, mpf(2) ** -60) ** 2,
       0, quarter_squared, 5)

split("ln 2, 42 bits", log(mpf(2)), 42)
split("pi, 36 bits", +pi, 36)
split("pi^2 / 2, 19 bits", pi**2 / 2, 19)
print("1 / ln 2:", float(1 / log(mpf(2))).hex(), " pi:", float(pi).hex())
