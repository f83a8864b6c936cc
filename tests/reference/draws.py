"""Random numbers: Philox4x32-10 and the keys of subjects (model.md, section 4)."""

MASK32 = 0xFFFFFFFF
SYNTHESIS = MASK32          # k1 of the synthetic population
CHILD_BITS = 2 << 62        # bits 63-62 of a child's key
THING_BITS = 1 << 62        # bits 63-62 of a subject that is not a person


def philox(counter, key):
    """Ten rounds of Philox4x32 (Salmon et al. 2011); counter of four words, key of two."""
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        p0 = 0xD2511F53 * c0
        p1 = 0xCD9E8D57 * c2
        c0, c1, c2, c3 = ((p1 >> 32) ^ c1 ^ k0, p1 & MASK32,
                          (p0 >> 32) ^ c3 ^ k1, p0 & MASK32)
        k0 = (k0 + 0x9E3779B9) & MASK32
        k1 = (k1 + 0xBB67AE85) & MASK32
    return c0, c1, c2, c3


def uniform(word):
    """u = (w + 1/2) 2^-32."""
    return (word + 0.5) * 2.0 ** -32


class Luck:
    """The draws of a run or of the synthesis: key (seed, replicate)."""

    def __init__(self, seed, replicate):
        self.key = (seed & MASK32, replicate)

    def words(self, subject, month, block, index=0):
        """Four words for a subject's key, month, block and index."""
        counter = (subject & MASK32, subject >> 32, (month + 65536 * block) & MASK32, index)
        return philox(counter, self.key)

    def draw(self, subject, month, block, index=0, lane=0):
        """One uniform draw."""
        return uniform(self.words(subject, month, block, index)[lane])


def child_key(mother, order):
    """Key of a mother's child number `order` of the run (section 4)."""
    words = philox((mother & MASK32, mother >> 32, 65536 * 16, order), (0, 0))
    return CHILD_BITS | ((words[0] | words[1] << 32) & (2 ** 62 - 1))


def thing_key(kind, number):
    """Key of a subject that is not a person: 14 bits of kind, 48 of number."""
    return THING_BITS | kind << 48 | number
