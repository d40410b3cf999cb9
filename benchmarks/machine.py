"""On what and with what a race was run, in words for the table."""

import os
import platform
import subprocess
from pathlib import Path

from benchmarks.packages import node, said

ROOT = Path(__file__).parents[1]
GIBIBYTE = 2**30


def told() -> str:
    """Processors, memory, system and languages."""
    cores = len(os.sched_getaffinity(0))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIBIBYTE
    system = f"{distribution()}, Linux {platform.release().partition('-')[0]}"
    languages = f"Python {platform.python_version()}, Node {said(node(), '--version').stdout.strip().lstrip('v')}"
    return f"{cores} cores ({processor()}), {memory:.0f} GiB of memory, {system}, {languages}"


def processor() -> str:
    """The processor's name, as far as the system tells it."""
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def distribution() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.system()


def commit() -> str:
    """The state of this repository, shortened; nothing where there is no git."""
    try:
        answer = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return answer.stdout.strip()
