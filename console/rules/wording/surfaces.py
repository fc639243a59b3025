"""What counts where: a private line is no advertisement, a title is; what viewers write binds nobody but themselves."""

from console.rules.wording.nouns import Category, Group, Rule, Severity, Surface

_ALWAYS: frozenset[Group] = frozenset({"vulgar", "diversion", "brushing", "minors", "contraband", "own"})
_CHAT: dict[Group, Severity] = {
    "absolute": Severity.INFO,
    "authority": Severity.INFO,
    "proof": Severity.INFO,
    "price": Severity.INFO,
    "superstition": Severity.WARN,
    "medical": Severity.WARN,
    "promise": Severity.WARN,
    "results": Severity.WARN,
    "rivals": Severity.WARN,
    "fake": Severity.WARN,
    "discrimination": Severity.WARN,
    "pressure": Severity.INFO,
    "symbol": Severity.WARN,
}
_PROFILE: frozenset[Group] = frozenset({"symbol", *_ALWAYS})
_PROFILE_GRAVE: frozenset[Group] = frozenset({"medical", "promise", "results", "superstition", "fake"})  # if banned


def severity_on(rule: Rule, surface: Surface, category: Category) -> Severity | None:
    """How grave a rule's finding is there; None: it does not apply."""
    if rule.surfaces and surface not in rule.surfaces:
        return None
    severity = _in_category(rule, category)
    return None if severity is None else _on_surface(rule.group, severity, surface)


def _in_category(rule: Rule, category: Category) -> Severity | None:
    if category in rule.allowed_in:
        return Severity.EVIDENCE
    for word, categories in rule.raised.items():
        if category in categories:
            return Severity.of(word)
    if not rule.categories or category in rule.categories:
        return Severity.of(rule.severity)
    return Severity.of(rule.elsewhere) if rule.elsewhere else None


def _on_surface(group: Group, severity: Severity, surface: Surface) -> Severity | None:
    if surface == "comment":
        return severity if group in _ALWAYS else None
    if surface == "profile":
        told = group in _PROFILE or (group in _PROFILE_GRAVE and severity is Severity.BLOCK)
        return min(severity, Severity.WARN) if told else None
    if surface == "chat":
        return min(severity, _CHAT.get(group, Severity.BLOCK))
    return severity
