"""That every parameter is known to the reference: some run has asked for it, or it is said here why none does."""

from .scenario import Scenario

NOT_ASKED = {  # a star stands for any name of the corridor
    "home.growth_need": "of a measure alone, which is not compared",
    "jurisdictions.*.natural_loss": "of a measure alone, which is not compared",
}


def parameters(tree, path=""):
    """Paths of what has a value with a source, dated values, or a table."""
    for key, node in tree.items():
        if isinstance(node, list) or isinstance(node, dict) and ("file" in node or isinstance(node.get("value"), str)):
            yield path + key
        elif isinstance(node, dict):
            yield from parameters(node, path + key + ".")


def form(path, names):
    """A path for all names alike; what another country of origin has for itself is as of the first."""
    words = ["*" if word in names else word for word in path.split(".")]
    if words[0] == "origins" and words[2] != "included":
        words = words[2:]
    return ".".join(words)


def unknown_parameters(folder, asked):
    """Parameters of the scenario of a run that are not among those asked for, nor told above."""
    s = Scenario(folder)
    c = s.corridor
    names = set(c.countries + c.regions + c.jurisdictions + c.destinations)
    known = {form(path, names) for path in asked} | set(NOT_ASKED)
    tree = {key: node for key, node in s.tree.items() if key != "shocks"}
    return sorted(path for path in parameters(tree) if form(path, names) not in known)


def knows_all(folder, asked):
    """Whether all parameters are known; those that are not are told."""
    unknown = unknown_parameters(folder, asked)
    for path in unknown:
        print("%s is asked for in no variant, and not said to be (known.py)" % path)
    return not unknown
