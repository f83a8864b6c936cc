"""exp, log and sin_pi bit for bit (docs/elementary.md)."""

import struct

H = float.fromhex
R = H("0x1.8p52")
LOG2E, LN2_HIGH, LN2_LOW = H("0x1.71547652b82fep+0"), H("0x1.62e42fefa3800p-1"), H("0x1.ef35793c76730p-45")
EXP = [H(t) for t in ("0x1.555555555555dp-3", "0x1.555555555556fp-5", "0x1.111111110e33fp-7", "0x1.6c16c16c07eeap-10",
                      "0x1.a01a01b6f12d0p-13", "0x1.a01a01fc7291fp-16", "0x1.71dde7ba4bd63p-19",
                      "0x1.27e40c0c0e0afp-22", "0x1.af7a28e8244bep-26", "0x1.20d14ab8d55efp-29")]
LOG = [H(t) for t in ("0x1.5555555555592p-1", "0x1.999999997fdaep-2", "0x1.24924941f1b9bp-2", "0x1.c71c5208dbb0cp-3",
                      "0x1.74663f04a294ap-3", "0x1.39a1b7b6be6d2p-3", "0x1.2f0583502853ep-3")]
SIN = [H(t) for t in ("-0x1.4abbce625be47p+2", "0x1.466bc67758d85p+1", "-0x1.32d2cce3332dep-1", "0x1.5078301b62593p-4",
                      "-0x1.e300a65a2e2f2p-8", "0x1.e403d08465f54p-12")]
COS = [H(t) for t in ("0x1.03c1f081b5abcp+2", "0x1.55d3c7e3ca708p+0", "0x1.e1f506852a28bp-3", "0x1.a6d1edbcb7adcp-6",
                      "0x1.f9cd2173de28bp-10", "0x1.b2a256c5cfd2ap-14")]
PI_HIGH, PI, PI_REST = H("0x1.921fb54440000p+1"), H("0x1.921fb54442d18p+1"), H("0x1.68c234c4c6629p-38")
HALF_PI2, HALF_PI2_REST = H("0x1.3bd3c00000000p+2"), H("0x1.937c8bbcb495cp-19")


def exp(x):
    """exp(x), section exp."""
    if x < -708:
        return 0.0
    if x > H("0x1.62e42fefa39efp+9"):
        return float("inf")
    k = (x * LOG2E + R) - R
    rh = x - k * LN2_HIGH
    rl = k * LN2_LOW
    r = rh - rl
    r2 = r * r
    r4 = r2 * r2
    p01, p23, p45, p67, p89 = (EXP[i] + r * EXP[i + 1] for i in range(0, 10, 2))
    p = (p01 + r2 * p23) + r4 * ((p45 + r2 * p67) + r4 * p89)
    c = 0.5 * r2 + (r * r2) * p
    top = 1 + rh
    lost = (1 - top) + rh
    return (top + (lost + (c - rl))) * 2.0 ** int(k)


def bits(x):
    """The bits of a double as a whole number."""
    return struct.unpack("<q", struct.pack("<d", x))[0]


def from_bits(n):
    """The double of these bits."""
    return struct.unpack("<d", struct.pack("<q", n))[0]


def log(x):
    """log(x) for normal x > 0, section log."""
    n = bits(x)
    k = (n - 0x3FE6A09E00000000) >> 52
    m = from_bits(n - (k << 52))
    f = m - 1
    s = f / (2 + f)
    z = s * s
    z2 = z * z
    h = (0.5 * f) * f
    p01, p23, p45 = (LOG[i] + z * LOG[i + 1] for i in range(0, 6, 2))
    p = z * ((p01 + z2 * p23) + (z2 * z2) * (p45 + z2 * LOG[6]))
    c = h - (s * (h + p) + k * LN2_LOW)
    w = k * LN2_HIGH
    top = w + f
    lost = (w - top) + f
    return top + (lost - c)


def quarter_value(x, added):
    """sin(pi x), or with one quarter added cos(pi x), section sin_pi."""
    q = (x * 2 + R) - R
    r = x - q * 0.5
    quarter = (int(q) + added) % 4
    rh = from_bits(bits(r) & ~((1 << 36) - 1))
    rl = r - rh
    w = r * r
    w2 = w * w
    if quarter % 2 == 0:
        p01, p23, p45 = (SIN[i] + w * SIN[i + 1] for i in range(0, 6, 2))
        p = p01 + w2 * (p23 + w2 * p45)
        value = PI_HIGH * rh + (r * (w * p) + (PI * rl + PI_REST * rh))
    else:
        taken = HALF_PI2 * (rh * rh)
        top = 1 - taken
        lost = (1 - top) - taken
        also = HALF_PI2 * (rl * (r + rh)) + HALF_PI2_REST * w
        p01, p23, p45 = (COS[i] - w * COS[i + 1] for i in range(0, 6, 2))
        p = p01 + w2 * (p23 + w2 * p45)
        value = top + ((lost - also) + (w * w) * p)
    return -value if quarter >= 2 else value


def sin_pi(x):
    """sin(pi x)."""
    return quarter_value(x, 0)


def cos_pi(x):
    """cos(pi x)."""
    return quarter_value(x, 1)
