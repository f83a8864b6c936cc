"""Noise of choices: Gumbel and positive stable draws (details.md, section 12, Noise)."""

from .elementary import log, sin_pi

NEST = 65536


def dissimilarity(s, path):
    """A dissimilarity; 1 under linear_flat."""
    return 1.0 if s["rules.kernel"] == "linear_flat" else s[path]


class Noise:
    """The draws of one person's choice in a month and block."""

    def __init__(self, luck, key, month, block):
        self.luck, self.key, self.month, self.block = luck, key, month, block

    def gumbel(self, number):
        """G of an alternative."""
        return -log(-log(self.luck.draw(self.key, self.month, self.block, number)))

    def stable(self, nest, l):
        """ln S of a nest of index l, by Kanter's formula; 0 for index 1."""
        if l == 1:
            return 0.0
        a, e = (self.luck.draw(self.key, self.month, self.block, NEST + nest, lane) for lane in (0, 1))
        return ((log(sin_pi(l * a)) - log(sin_pi(a)) / l)
                + ((1 - l) / l) * (log(sin_pi((1 - l) * a)) - log(-log(e))))


def best(values):
    """The name of the largest value; the first of equals."""
    winner = first = object()
    for name, value in values.items():
        if winner is first or value > values[winner]:
            winner = name
    return winner
