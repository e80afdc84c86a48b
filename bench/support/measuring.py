"""Whole processes, measured: wall-clock time and peak memory, programs in turn so that a busy machine hits all alike."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass, field


@dataclass
class Contender:
    """One program at one piece of work."""

    name: str
    command: list
    # What its exit status may be: validators say by it what they found.
    statuses: tuple = (0,)
    # Slow ones take part in fewer rounds.
    rounds: int = 0
    seconds: list = field(default_factory=list)
    peaks: list = field(default_factory=list)
    # Of processors, children included: what a busy machine changes least.
    worked: list = field(default_factory=list)
    # Kept only where asked for: what this process holds would count as its children's peak.
    keeps_output: bool = False
    output: bytes = b""

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def peak_bytes(self):
        return max(self.peaks)

    def run(self, scratch):
        with open(scratch / "stdout", "w+b") as out, open(scratch / "stderr", "w+b") as err:
            begin = time.perf_counter()
            process = subprocess.Popen([str(part) for part in self.command], stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds.append(time.perf_counter() - begin)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.peaks.append(usage.ru_maxrss * 1024)
            self.worked.append(usage.ru_utime + usage.ru_stime)
            if process.returncode not in self.statuses:
                err.seek(0)
                text = err.read().decode(errors="replace")[-2000:]
                raise SystemExit(f"{self.name}: exit status {process.returncode}: {' '.join(map(str, self.command))}\n{text}")
            if self.keeps_output:
                out.seek(0)
                self.output = out.read()


def interleaved(contenders, rounds, scratch):
    """Runs every contender once a round, in turn; the first of each is not counted where there are several."""
    for turn in range(rounds + 1):
        for contender in contenders:
            wanted = contender.rounds or rounds
            # A slow program needs no warm caches.
            if turn >= (wanted + 1 if wanted == rounds else wanted):
                continue
            contender.run(scratch)
            if turn == 0 and wanted == rounds and rounds > 1:
                contender.seconds.clear()
                contender.peaks.clear()
                contender.worked.clear()
