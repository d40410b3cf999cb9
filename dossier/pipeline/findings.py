"""Problems weighed: in reading order, each with the weight it has in this dossier and the line it stands on."""

from dossier import read, rules
from dossier.model.settings import Settings
from dossier.problems import Finding, Problem, in_order


def findings(problems: tuple[Problem, ...], inputs: read.Inputs, settings: Settings | None) -> tuple[Finding, ...]:
    """The problems in reading order, each with its weight in this dossier and the line it stands on."""
    pointed_into = {problem.place.path for problem in problems}
    lines = {text.path: text.text.split("\n") for text in texts(inputs) if text.path in pointed_into}
    weights = settings.checks if settings else {}
    return tuple(
        Finding(
            problem=problem,
            severity=weights.get(problem.code, rules.BY_CODE[problem.code].severity),
            excerpt=excerpt(lines.get(problem.place.path, []), problem.place.line),
        )
        for problem in in_order(problems)
    )


def excerpt(lines: list[str], number: int) -> str:
    """One line of a file; nothing past its end."""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def texts(inputs: read.Inputs) -> tuple[read.Text, ...]:
    """Every text that a problem may point into."""
    single = tuple(text for text in (inputs.settings, inputs.media_list) if text)
    own = tuple(read.Text(path=f"templates/{name}", text=text) for name, text in inputs.templates.items())
    theme = tuple(read.Text(path=f"theme/{name}", text=text) for name, text in inputs.theme.items())
    return (*single, *inputs.records, *inputs.editions.values(), *own, *theme)
