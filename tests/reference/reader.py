"""A reader for the plain subset of YAML in which scenarios and corridors are written (interfaces.md)."""


def outside(text):
    """Each sign with whether it stands outside quotes, and how many braces and brackets are open."""
    depth, quoted = 0, False
    for sign in text:
        quoted ^= sign == '"'
        depth += 0 if quoted else (sign in "{[") - (sign in "}]")
        yield sign, not quoted, depth


def split_outside(text):
    """Parts between commas that stand outside quotes, braces and brackets."""
    parts = [""]
    for sign, bare, depth in outside(text):
        if sign == "," and bare and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def without_comment(line):
    """A line up to a # outside quotes, at its beginning or after a blank."""
    for i, (sign, bare, _) in enumerate(outside(line)):
        if sign == "#" and bare and (i == 0 or line[i - 1] == " "):
            return line[:i].rstrip()
    return line.rstrip()


def read_inline(text):
    """A bare word, a list such as [a, b], or a map such as {value: 5 %, source: F1}."""
    text = text.strip()
    if text.startswith("["):
        return [read_inline(part) for part in split_outside(text[1:-1]) if part.strip()]
    if not text.startswith("{"):
        return text.strip('"')
    pairs = (part.split(":", 1) for part in split_outside(text[1:-1]))
    return {key.strip(): read_inline(value) for key, value in pairs}


def whole_lines(file):
    """Lines without comments; what stands in braces or brackets over several lines is one."""
    whole = ""
    for line in map(without_comment, file):
        whole = whole + " " + line.strip() if whole else line
        if not whole.strip():
            whole = ""
        elif [depth for _, _, depth in outside(whole)][-1] == 0:
            yield whole
            whole = ""


def read_yaml(path):
    """Nested maps by indentation, two blanks a level; the leaves are words, inline maps, or lists of these."""
    root = {}
    stack = [(-1, root, None, None)]
    for line in whole_lines(open(path, encoding="utf-8")):
        indent = len(line) - len(line.lstrip())
        if line.lstrip().startswith("- "):
            _, _, parent, key = stack[-1]
            if not isinstance(parent[key], list):
                parent[key] = []
            parent[key].append(read_inline(line.strip()[2:]))
            continue
        key, rest = line.strip().split(":", 1)
        while stack[-1][0] >= indent:
            stack.pop()
        if rest.strip():
            stack[-1][1][key] = read_inline(rest)
        else:
            parent = stack[-1][1]
            parent[key] = {}
            stack.append((indent, parent[key], parent, key))
    return root
