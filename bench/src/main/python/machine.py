"""What the figures were measured on."""

import os
import platform
import subprocess


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
        "load_before": [round(load, 1) for load in os.getloadavg()],
    }
