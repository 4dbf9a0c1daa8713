"""What figures were measured on, and how much else the machine did meanwhile."""

import os
import platform
import subprocess
import time

import driver


def lines(path):
    with open(path) as file:
        return file.read().splitlines()


def describe(java):
    processor = next((line.split(":")[1].strip() for line in lines("/proc/cpuinfo") if line.startswith("model name")), "?")
    flags = next((line for line in lines("/proc/cpuinfo") if line.startswith("flags")), "").split()
    memory = next(int(line.split()[1]) for line in lines("/proc/meminfo") if line.startswith("MemTotal"))
    version = subprocess.run([java.split(" ")[0], "-version"], capture_output=True, text=True).stderr.splitlines()
    return {
        "processor": processor,
        "vectors": ", ".join(flag for flag in ("avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16") if flag in flags),
        "cores": os.cpu_count(),
        "memory_gib": round(memory / 2**20, 1),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "jdk": version[1] if len(version) > 1 else "?",
        "python": platform.python_version(),
    }


class Watch:
    """From its making on: how many cores worked for anything but the bench. The load average would say too much, as
    it remembers the minutes before."""

    def __init__(self):
        self.began, self.busy, self.own = time.perf_counter(), busy(), driver.worked()

    def others(self):
        elapsed = time.perf_counter() - self.began
        return max(0.0, (busy() - self.busy) - (driver.worked() - self.own)) / elapsed

    def seconds(self):
        return time.perf_counter() - self.began


def busy():
    """Seconds that all cores have worked, those that the machine's host took away included."""
    user, nice, system, _, _, irq, softirq, stolen = map(int, lines("/proc/stat")[0].split()[1:9])
    return (user + nice + system + irq + softirq + stolen) / os.sysconf("SC_CLK_TCK")
