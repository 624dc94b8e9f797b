#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure the engine; write tables and charts to docs/results.

    make bench                                           # everything, about ten minutes
    make bench BENCH="micro --isa avx512 avx2"
    make bench BENCH="network --models resnet50 vgg19 --threads 1 --batch 1"

micro      each kernel against the peak of one core, of copies or of memory       kernels.md
layer      each distinct convolution of ResNet-50, VGG19 and EfficientNet-Lite0
           by every algorithm, beside im2col and CBLAS                            layers.md
network    the ten networks beside ONNX Runtime, OpenVINO and ncnn                networks.md
accuracy   rounding and classes beside double precision and ONNX Runtime          accuracy.md

The Makefile builds what is measured, makes the models and the peers' Python environment, and runs this
script in it. A part overwrites its files, also when it measures only some models: --results names
another folder for a quick look.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import math
import os
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "Benchmarks/peers"
sys.path[:0] = [str(PEERS)]

from charts import Bar, Group, Panel, chart  # noqa: E402
from models import commit, machine  # noqa: E402
from peer_bench import OURS, PACKAGES, table  # noqa: E402

PARTS = ["micro", "layer", "network", "accuracy"]
NETWORKS = [
    "resnet50",
    "vgg19",
    "squeezenet",
    "inception_v1",
    "inception_v2",
    "densenet121",
    "bvlc_alexnet",
    "zfnet512",
    "efficientnet-lite0",
    "shufflenet",
]
LAYERED = ["resnet50", "vgg19", "efficientnet-lite0"]
# Options that say where things are on this machine, not what is measured.
PLACES = ["--infer", "--engine", "--model-dir", "--results"]


def command() -> str:
    """What makes the same files again."""
    words = iter(sys.argv[1:])
    kept = [word for word in words if not (word in PLACES and next(words, None) is not None)]
    return f"make bench BENCH={shlex.quote(shlex.join(kept))}" if kept else "make bench"


def facts(engines: str, conditions: str) -> list[str]:
    return [
        f"- Machine: {machine()}",
        f"- Versions: espalier of commit {commit()}{engines}",
        f"- Date: {time.strftime('%Y-%m-%d')}",
        f"- Conditions: {conditions}",
        f"- Command: `{command()}`",
        "",
    ]


def output(words: list[str]) -> str:
    """What a program prints; its errors go to ours. Raises CalledProcessError."""
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout


def compiler() -> str:
    """The version of Swift, or nothing when there is none on the path."""
    try:
        text = output(["swift", "--version"])
    except (OSError, subprocess.CalledProcessError):
        return ""
    words = text.split()
    return f", Swift {words[words.index('version') + 1]}" if "version" in words else ""


def row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def heads(names: list[str], left: int) -> list[str]:
    """The head of a table whose first `left` columns are text."""
    return [row(names), "|" + "---|" * left + "---:|" * (len(names) - left)]


def geometric_mean(values: list[float]) -> float:
    return math.exp(sum(map(math.log, values)) / len(values)) if values else math.nan


def write(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    print(f"bench: {folder / name}", flush=True)


# --- Kernels


def number(value: float | None, digits: int = 1) -> str:
    return "" if value is None else f"{value:.{digits}f}"


def section_table(section: dict) -> list[str]:
    rows = section["rows"]
    names = ["kernel", "shape", "µs"]
    columns = [("gflops", "GFLOP/s"), ("gbps", "GB/s"), ("percent", "% of limit")]
    columns += [("product_percent", "products, % of peak"), ("product_share", "products, part of time")]
    columns = [(key, name) for key, name in columns if any(key in item for item in rows)]
    lines = [f"### {section['name']}", "", f"Limit: {section['limit']}.", ""]
    lines += heads([*names, *(name for _, name in columns)], 2)
    for item in rows:
        cells = [item["kernel"], item["shape"], number(item["microseconds"])]
        digits = {"product_share": 2}
        cells += [number(item.get(key), digits.get(key, 1)) for key, _ in columns]
        lines.append(row(cells))
    return [*lines, ""]


def micro(arguments: argparse.Namespace) -> bool:
    words = [arguments.engine, "micro"]
    words += ["--isa", *arguments.isa] if arguments.isa else []
    reports = json.loads(output(words))
    lines = ["# Kernels against what the CPU can do", ""]
    lines += facts(
        compiler(), "one thread, batch 1, warm caches, the shortest of at least five runs and 40 ms"
    )
    lines += [
        "The peak is that of multiply-adds on registers alone, memory's speed that of summing 268 MB, both",
        "measured in the same run by one core. GFLOP/s count operations of the definition: minimal filtering does with",
        "fewer, and its products alone are shown beside.",
        "",
    ]
    for report in reports:
        isa = report["isa"]
        lines += [
            f"## {isa}: peak {report['peak_gflops']:.1f} GFLOP/s, memory {report['memory_gbps']:.1f} GB/s",
            "",
            f"![Kernels with {isa}](kernels-{isa}.svg)",
            "",
        ]
        for section in report["sections"]:
            lines += section_table(section)
        panels = [
            Panel(
                f"{section['name']}: % of {section['limit']}",
                [
                    Group(
                        f"{item['kernel']} {item['shape']}",
                        [Bar(item["percent"], 0, f"{item['percent']:.0f} %")],
                    )
                    for item in section["rows"]
                ],
                reference=100,
                reference_label="100 %",
                limit=300,
            )
            for section in report["sections"]
        ]
        subtitle = f"one thread; peak {report['peak_gflops']:.0f} GFLOP/s; bars end at 300 %"
        title = f"Kernels with {isa}"
        write(arguments.results, f"kernels-{isa}.svg", chart(title, subtitle, [""], panels))
    write(arguments.results, "kernels.md", "\n".join(lines))
    return True


# --- Layers


def layer_lines(report: dict) -> list[str]:
    """The table of one model and number of threads."""
    layers = report["layers"]
    # All forms of direct convolution share a column: a layer has one of them.

    def times_of(item: dict) -> dict[str, float]:
        baseline = item["baseline"]["algorithm"]
        return {
            "direct" if found["algorithm"].startswith("direct") else found["algorithm"]: found["ms"]
            for found in item["candidates"]
            if found["algorithm"] != baseline
        }

    # In the order in which the runtime lists them, the definition first.
    columns = list(dict.fromkeys(name for item in layers for name in times_of(item)))
    names = ["layer", "chosen", "×", "GMAC", "ms", "GFLOP/s", "baseline, ms", "ratio", *columns]
    lines = heads(names, 2)
    for item in layers:
        times = times_of(item)
        cells = [item["layer"], item["chosen"], str(item["occurrences"]), f"{item['gmacs']:.4f}"]
        cells += [f"{item['chosen_ms']:.3f}", f"{2 * item['gmacs'] / item['chosen_ms'] * 1e3:.0f}"]
        cells += [f"{item['baseline']['ms']:.3f}", f"{ratio(item):.2f}"]
        cells += [f"{times[name]:.3f}" if name in times else "" for name in columns]
        lines.append(row(cells))

    def total(key) -> float:
        return sum(item["occurrences"] * key(item) for item in layers)

    chosen, baseline = total(lambda x: x["chosen_ms"]), total(lambda x: x["baseline"]["ms"])
    fastest = total(lambda x: min(found["ms"] for found in x["candidates"]))
    lines += [
        "",
        f"All convolutions: {chosen:.2f} ms as chosen, {fastest:.2f} ms by the fastest of each, "
        f"{baseline:.2f} ms by the baseline: ratio {chosen / baseline:.3f}.",
        "",
    ]
    return lines


def ratio(item: dict) -> float:
    return item["chosen_ms"] / item["baseline"]["ms"]


def layer(arguments: argparse.Namespace) -> bool:
    chosen = [name for name in arguments.models if name in LAYERED]
    paths = [str(arguments.model_dir / f"{name}.onnx") for name in chosen]
    if not paths:
        print(f"bench: layers are measured of {', '.join(LAYERED)}", file=sys.stderr)
        return False
    lines = ["# Layers by every algorithm, beside im2col and CBLAS", ""]
    reports: list[dict] = []
    for threads in arguments.threads:
        words = [arguments.engine, "layer", *paths, "--threads", str(threads)]
        reports += json.loads(output([*words, "--seconds", str(arguments.layer_seconds)]))
    lines += facts(
        compiler(),
        "batch 1, the image from the cache, the weights from memory; medians; algorithms take turns",
    )
    lines += [
        "Chosen is the runtime's own choice; the baseline works on planes: im2col with `cblas_sgemm` (`sgemm`",
        "where im2col would only copy), depthwise convolutions channel by channel. Ratio is chosen / baseline;",
        "× is how often the network has the layer. GFLOP/s count operations of the definition. The columns on",
        "the right are the milliseconds of every algorithm that can compute the layer.",
        "",
    ]
    for report in reports:
        model, threads = report["model"], report["threads"]
        plural = "" if threads == 1 else "s"
        chart_name = f"layers-{model}-{threads}-thread{plural}.svg"
        title = f"{model}, {threads} thread{plural}"
        lines += [
            f"## {title}, {report['isa']}, peak {report['peak_gflops']:.0f} GFLOP/s",
            "",
            f"![{title}]({chart_name})",
            "",
            *layer_lines(report),
        ]
        groups = [
            Group(item["layer"], [Bar(ratio(item), 0, f"{ratio(item):.2f} {item['chosen']}")])
            for item in report["layers"]
        ]
        panel = Panel("time / time of the baseline", groups, 1.0, "im2col and CBLAS")
        subtitle = "convolutions as the runtime chooses, beside im2col and CBLAS; shorter is faster"
        write(arguments.results, chart_name, chart(title, subtitle, [""], [panel]))
    write(arguments.results, "layers.md", "\n".join(lines))
    return True


# --- Networks


def rounds(arguments: argparse.Namespace, batch: int) -> int:
    """A run of many images is long, and a round of it steadier."""
    return arguments.rounds if batch == 1 else max(1, arguments.rounds // 2)


def compare(arguments: argparse.Namespace, batch: int) -> list[dict]:
    """The rows of peer_bench.py for one batch."""
    paths = [str(arguments.model_dir / f"{name}.onnx") for name in arguments.models]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.json"
        words = [sys.executable, str(PEERS / "peer_bench.py"), *paths, "--json", str(file)]
        words += ["--infer", arguments.infer, "--threads", *map(str, arguments.threads)]
        words += ["--rounds", str(rounds(arguments, batch)), "--seconds", str(arguments.seconds)]
        if batch != 1:
            words += ["--batch", str(batch)]
        subprocess.run(words, check=True)
        return json.loads(file.read_text(encoding="utf-8"))


def summary(rows: list[dict], batches: list[int], threads: list[int]) -> list[str]:
    lines = heads(["batch", "threads", "geometric mean of the ratios", "largest", "of"], 0)
    for batch in batches:
        for count in threads:
            found = [
                (item["ratio"], item["model"])
                for item in rows
                if item["batch"] == batch and item["threads"] == count and item["ratio"]
            ]
            if found:
                mean = geometric_mean([value for value, _ in found])
                largest, model = max(found)
                lines.append(row([str(batch), str(count), f"{mean:.3f}", f"{largest:.3f}", model]))
    return [*lines, ""]


def network_chart(rows: list[dict], engines: list[str], batch: int, threads: list[int]) -> str:
    panels = []
    for count in threads:
        groups = []
        for item in rows:
            times = {
                engine: item["engines"][engine]["median_ms"]
                for engine in engines
                if engine in item["engines"]
            }
            peers = [value for engine, value in times.items() if engine != OURS]
            if item["threads"] != count or not peers:
                continue
            bars = [
                Bar(value / min(peers), engines.index(engine), f"{value:.2f} ms")
                for engine, value in times.items()
            ]
            groups.append(Group(item["model"], bars))
        heading = f"{count} thread{'' if count == 1 else 's'}: time / the fastest peer's"
        panels.append(Panel(heading, groups, 1.0, "fastest peer", limit=3))
    title = f"Latency beside other engines, batch {batch}, float32"
    return chart(title, "shorter is faster; bars end at 3", engines, panels)


def network(arguments: argparse.Namespace) -> bool:
    engines = [OURS, *PACKAGES]
    isa = json.loads(output([arguments.infer, "kernels", "--json"]))["isa"]
    rows: list[dict] = []
    for batch in arguments.batch:
        rows += compare(arguments, batch)
    versions = "".join(
        f", {package} {importlib.metadata.version(package)}" for package in PACKAGES.values()
    )
    lines = ["# Networks beside other engines", ""]
    lines += facts(
        versions,
        f"float32 in every engine, ours with {isa}; each engine in a process of its own, taking turns; "
        "medians of "
        + ", ".join(
            f"{rounds(arguments, batch)} rounds of {arguments.seconds:g} s at batch {batch}"
            for batch in arguments.batch
        ),
    )
    lines += [
        "Ratio is ours / the fastest peer's of the same run: below 1 is ahead of all. ncnn runs one image at a",
        "time. Load time is from the file to a session that can run, for ncnn from converted files. Peak memory",
        "is the process's; in parentheses what its interpreter and libraries take before the model is loaded.",
        "",
        *summary(rows, arguments.batch, arguments.threads),
    ]
    for batch in arguments.batch:
        part = [item for item in rows if item["batch"] == batch]
        taking = [engine for engine in engines if any(engine in item["engines"] for item in part)]
        name = f"networks-batch-{batch}.svg"
        write(arguments.results, name, network_chart(part, taking, batch, arguments.threads))
        lines += [f"## Batch {batch}", "", f"![Latency at batch {batch}]({name})", ""]
        for field, digits, heading in [
            ("median_ms", 2, "Latency, ms"),
            ("load_ms", 0, "Load time, ms"),
            ("peak_rss_mb", 0, "Peak memory, MB"),
        ]:
            lines += [f"### {heading}", "", *table(part, taking, field, digits), ""]
        failed = [
            f"- {item['model']}, {item['threads']} threads, {engine}: {reason}"
            for item in part
            for engine, reason in item["errors"].items()
            if engine in taking
        ]
        lines += ["### Not run", "", *failed, ""] if failed else []
    write(arguments.results, "networks.md", "\n".join(lines))
    return all(OURS in item["engines"] for item in rows)


def accuracy(arguments: argparse.Namespace) -> bool:
    paths = [str(arguments.model_dir / f"{name}.onnx") for name in arguments.models]
    words = [sys.executable, str(PEERS / "accuracy.py"), *paths, "--infer", arguments.infer]
    words += ["--markdown", str(arguments.results / "accuracy.md")]
    return subprocess.run(words, check=False).returncode == 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--models", nargs="+", default=NETWORKS, choices=NETWORKS)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--batch", type=int, nargs="+", default=[1, 8], help="of networks")
    parser.add_argument("--isa", nargs="+", help="of kernels; default: all that this CPU has")
    parser.add_argument(
        "--rounds", type=int, default=2, help="of networks, at batch 1; at others half as many"
    )
    parser.add_argument("--seconds", type=float, default=0.5, help="of a network's round")
    parser.add_argument("--layer-seconds", type=float, default=0.4, help="of a layer")
    parser.add_argument("--infer", default=str(ROOT / ".build/release/infer"))
    parser.add_argument("--engine", default=str(ROOT / ".build/release/EngineBenchmark"))
    parser.add_argument("--model-dir", type=Path, default=ROOT / ".cache/models")
    parser.add_argument("--results", type=Path, default=ROOT / "docs/results")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    for program in [arguments.infer, arguments.engine]:
        if not os.access(program, os.X_OK):
            parser.error(f"no executable {program}; make bench builds it")
    for name in arguments.models:
        if not (arguments.model_dir / f"{name}.onnx").exists():
            parser.error(f"no {name}.onnx in {arguments.model_dir}; make bench makes it")
    arguments.results.mkdir(parents=True, exist_ok=True)
    return arguments


def main() -> None:
    arguments = parse()
    good = True
    for part in arguments.parts or PARTS:
        start = time.monotonic()
        good = globals()[part](arguments) and good
        print(f"bench: {part} took {time.monotonic() - start:.0f} s", flush=True)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
