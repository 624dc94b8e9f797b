#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Time `infer bench` beside ONNX Runtime, OpenVINO and ncnn, on the same models in one run.

    Benchmarks/peers/setup.sh
    .peers/bin/python Benchmarks/peers/make_models.py
    .peers/bin/python Benchmarks/peers/peer_bench.py .cache/models/*.onnx \\
        --infer .build/release/infer --threads 1 2 --markdown docs/results/peers.md

- Every engine loads and runs a model in a process of its own. The engines take turns, round after
  round, so that a drift of the machine's speed touches all of them; a figure is the median of its
  rounds. `ratio` is ours / the fastest peer's: below 1.0 is ahead of every peer.
- Load time is from the file to a session that can run: building it from the ONNX file for ONNX Runtime,
  OpenVINO and `infer`; for ncnn, loading the files that pnnx converted before (the conversion itself is
  not counted).
- Peak memory is the high-water mark of the process's resident set; beside it, the mark before the model
  is loaded (a Python interpreter with the engine imported; `infer` has no such part).
- All compute in float32: OpenVINO is told so (it picks bfloat16 by itself where the CPU has it), ncnn's
  half-precision options are off. An int8 model is a QDQ ONNX file.
- `--batch N` changes the batch in the file that all engines get. ncnn runs one image at a time and
  sits out when N > 1.
- DeepSparse wants an environment of its own (numpy < 2), and takes part when its python is named:
      python3.11 -m venv .deepsparse && .deepsparse/bin/pip install deepsparse==1.8.0
      ... --deepsparse .deepsparse/bin/python
- `--ours MODEL=OTHER` gives `infer` another file than the peers get (a sparse or packed twin).
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

OURS = "infer"
FIELDS = ("median_ms", "min_ms", "load_ms", "peak_rss_mb", "import_rss_mb")
PACKAGES = {"ort": "onnxruntime", "openvino": "openvino", "ncnn": "ncnn"}


# --- In the process of one engine


def peak_resident_megabytes() -> float:
    """The high-water mark of this program alone; getrusage would count its parent's before exec."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 / 1e6
    return float("nan")


def measure(load: Callable[[], Callable[[], object]], seconds: float) -> dict[str, float]:
    """Loads a model, then times the function that runs it."""
    before = peak_resident_megabytes()
    start = time.perf_counter()
    run = load()
    load_ms = (time.perf_counter() - start) * 1e3
    # As `infer bench` does: of runs that are long for `seconds`, fewer warm up and fewer are timed.
    end = time.perf_counter() + seconds
    for _ in range(5):
        run()
        if time.perf_counter() > end:
            break
    times: list[float] = []
    end = time.perf_counter() + seconds
    while (now := time.perf_counter()) < end or len(times) < (7 if now < end + seconds else 3):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e3)
    return {
        "median_ms": statistics.median(times),
        "min_ms": min(times),
        "runs": len(times),
        "load_ms": load_ms,
        "peak_rss_mb": peak_resident_megabytes(),
        "import_rss_mb": before,
    }


def run_ort(path: str, inputs: dict, threads: int, seconds: float) -> dict[str, float]:
    import onnxruntime

    def load():
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        return lambda: session.run(None, inputs)

    return measure(load, seconds)


def run_openvino(path: str, inputs: dict, threads: int, seconds: float) -> dict[str, float]:
    import openvino

    def load():
        hints = {
            "INFERENCE_NUM_THREADS": threads,
            "INFERENCE_PRECISION_HINT": "f32",
            "PERFORMANCE_HINT": "LATENCY",
        }
        core = openvino.Core()
        request = core.compile_model(core.read_model(path), "CPU", hints).create_infer_request()
        return lambda: request.infer(inputs)

    return measure(load, seconds)


def run_ncnn(path: str, inputs: dict, threads: int, seconds: float) -> dict[str, float]:
    """`path` is the folder where pnnx left model.ncnn.param and model.ncnn.bin."""
    import ncnn

    def load():
        net = ncnn.Net()
        net.opt.num_threads = threads
        net.opt.use_fp16_packed = net.opt.use_fp16_storage = net.opt.use_fp16_arithmetic = False
        net.opt.use_bf16_storage = False
        for failed in (
            net.load_param(os.path.join(path, "model.ncnn.param")),
            net.load_model(os.path.join(path, "model.ncnn.bin")),
        ):
            if failed:
                raise RuntimeError("cannot load what pnnx made of the model")
        name, output = net.input_names()[0], net.output_names()[0]
        image = ncnn.Mat(next(iter(inputs.values()))[0])

        def run():
            extractor = net.create_extractor()
            extractor.input(name, image)
            return extractor.extract(output)

        if run()[0]:
            raise RuntimeError("cannot run what pnnx made of the model")
        return run

    return measure(load, seconds)


def run_deepsparse(path: str, inputs: dict, threads: int, seconds: float) -> dict[str, float]:
    from deepsparse import Engine

    def load():
        batch = len(next(iter(inputs.values())))
        engine = Engine(path, batch_size=batch, num_cores=threads)
        return lambda: engine.run(list(inputs.values()))

    return measure(load, seconds)


def worker(arguments: argparse.Namespace) -> None:
    """The entry of an engine's process: one JSON line on stdout."""
    import numpy

    with numpy.load(arguments.inputs) as file:
        inputs = {name: file[name] for name in file.files}
    run = globals()[f"run_{arguments.worker}"]
    print(json.dumps(run(arguments.models[0], inputs, arguments.threads[0], arguments.seconds)))


# --- In the process that compares


def last_line(text: str) -> str:
    line = (text.strip().splitlines() or ["failed without a word"])[-1]
    return line.removeprefix("RuntimeError: ")[-300:]


def run_process(command: list[str]) -> dict[str, float]:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(last_line(done.stderr or done.stdout))
    return json.loads(done.stdout.strip().splitlines()[-1])


def run_infer(arguments: argparse.Namespace, path: Path, threads: int) -> dict[str, float]:
    command = [arguments.infer, "bench", str(path), "--threads", str(threads)]
    command += ["--seconds", str(arguments.seconds), "--json"]
    if arguments.batch:
        command += ["--batch", str(arguments.batch)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(last_line(done.stderr))
    return json.loads(done.stdout)


def run_peer(
    arguments: argparse.Namespace, engine: str, path: Path, inputs: Path, threads: int
) -> dict[str, float]:
    python = arguments.deepsparse if engine == "deepsparse" else sys.executable
    command = [python, os.path.abspath(__file__), str(path), "--worker", engine]
    command += ["--inputs", str(inputs), "--threads", str(threads)]
    return run_process([*command, "--seconds", str(arguments.seconds)])


def convert_for_ncnn(model: Path, folder: Path) -> Path:
    """Runs pnnx on a model of batch 1; returns the folder that run_ncnn takes."""
    package = importlib.util.find_spec("pnnx")
    if package is None:
        raise RuntimeError("the package pnnx is missing; run Benchmarks/peers/setup.sh")
    pnnx = Path(package.submodule_search_locations[0]) / "pnnx"
    folder.mkdir()
    link = folder / "model.onnx"
    link.symlink_to(model.resolve())
    done = subprocess.run(
        [str(pnnx), "model.onnx", "fp16=0"], check=False, cwd=folder, capture_output=True, text=True
    )
    if done.returncode or not (folder / "model.ncnn.bin").exists():
        raise RuntimeError("pnnx cannot convert the model: " + last_line(done.stderr))
    for other in folder.glob("model.pnnx.*"):
        other.unlink()
    return folder


class Comparison:
    """The files that the engines get for one model, and their rounds."""

    def __init__(self, arguments: argparse.Namespace, model: Path, folder: Path) -> None:
        import numpy
        from models import load_with_batch, random_inputs

        self.arguments, self.folder = arguments, folder
        self.ours = Path(arguments.swapped.get(str(model), model))
        proto = load_with_batch(model, arguments.batch)
        self.inputs = folder / "inputs.npz"
        with open(self.inputs, "wb") as file:
            numpy.savez(file, **random_inputs(proto))
        self.path = model
        if arguments.batch:
            import onnx

            self.path = folder / model.name
            onnx.save(proto, self.path)
            if str(model) not in arguments.swapped:
                self.ours = self.path
        self.converted: Path | None = None

    def run(self, engine: str, threads: int) -> dict[str, float]:
        if engine == OURS:
            return run_infer(self.arguments, self.ours, threads)
        path = self.path
        if engine == "ncnn":
            if (self.arguments.batch or 1) > 1:
                raise RuntimeError("runs one image at a time")
            if self.converted is None:
                self.converted = convert_for_ncnn(self.path, self.folder / "ncnn")
            path = self.converted
        return run_peer(self.arguments, engine, path, self.inputs, threads)

    def rounds(self, engines: list[str], threads: int) -> tuple[dict, dict[str, str]]:
        """The median of every figure over the rounds, by engine; and the reasons of those that failed."""
        seen: dict[str, list[dict]] = {}
        errors: dict[str, str] = {}
        for _ in range(self.arguments.rounds):
            for engine in engines:
                if engine in errors:
                    continue
                try:
                    seen.setdefault(engine, []).append(self.run(engine, threads))
                except (RuntimeError, OSError, json.JSONDecodeError) as error:
                    errors[engine] = str(error)
        figures = {
            engine: {
                field: statistics.median(row[field] for row in rows)
                for field in FIELDS
                if all(row.get(field) is not None for row in rows)
            }
            for engine, rows in seen.items()
            if engine not in errors
        }
        return figures, errors


def ratio(figures: dict) -> float | None:
    peers = [row["median_ms"] for engine, row in figures.items() if engine != OURS]
    return figures[OURS]["median_ms"] / min(peers) if peers and OURS in figures else None


def console_line(row: dict) -> str:
    cells = "  ".join(
        f"{engine} {figures['median_ms']:8.2f} ms ({figures.get('load_ms', float('nan')):.0f} ms load, "
        f"{figures.get('peak_rss_mb', float('nan')):.0f} MB)"
        for engine, figures in row["engines"].items()
    )
    ahead = f"  ratio {row['ratio']:.3f}" if row["ratio"] else ""
    failures = "".join(f"\n    {engine}: {reason}" for engine, reason in row["errors"].items())
    return f"{row['model']:22s} {row['threads']} thread(s)  {cells}{ahead}{failures}"


def table(rows: list[dict], engines: list[str], field: str, decimals: int) -> list[str]:
    with_ratio = field == "median_ms" and OURS in engines
    heads = ["Model", "Threads", *engines] + (["ratio"] if with_ratio else [])
    lines = ["| " + " | ".join(heads) + " |", "|---|" + "---:|" * (len(heads) - 1)]
    for row in rows:
        cells = [row["model"], str(row["threads"])]
        for engine in engines:
            figures = row["engines"].get(engine, {})
            cell = f"{figures[field]:.{decimals}f}" if field in figures else "–"
            if field == "peak_rss_mb" and "import_rss_mb" in figures:
                cell += f" ({figures['import_rss_mb']:.0f})"
            cells.append(cell)
        if with_ratio:
            cells.append(f"{row['ratio']:.3f}" if row["ratio"] else "–")
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def versions(engines: list[str]) -> str:
    from models import commit

    found = [
        f"{PACKAGES[engine]} {importlib.metadata.version(PACKAGES[engine])}"
        for engine in engines
        if engine in PACKAGES
    ]
    return ", ".join(([f"infer of commit {commit()}"] if OURS in engines else []) + found)


def markdown(arguments: argparse.Namespace, rows: list[dict], engines: list[str]) -> str:
    from models import machine

    command = shlex.join(["Benchmarks/peers/peer_bench.py", *sys.argv[1:]])
    conditions = f"{arguments.precision}, batch {arguments.batch or 1}; median of {arguments.rounds} rounds"
    lines = [
        "# Latency, load time and memory beside other engines",
        "",
        f"- Machine: {machine()}",
        f"- Engines: {versions(engines)}",
        f"- Date: {time.strftime('%Y-%m-%d')}",
        f"- Conditions: {conditions} of {arguments.seconds:g} s, the engines taking turns",
        f"- Command: `{command}`",
        "",
        "## Latency, ms (median)",
        "",
        *table(rows, engines, "median_ms", 2),
        "",
        "## Load time, ms",
        "",
        *table(rows, engines, "load_ms", 0),
        "",
        "## Peak resident memory, MB (before the model is loaded)",
        "",
        *table(rows, engines, "peak_rss_mb", 0),
        "",
    ]
    failures = sorted(
        {(row["model"], e, reason) for row in rows for e, reason in row["errors"].items()}
    )
    if failures:
        lines += ["## Not run", ""]
        lines += [f"- {model}, {engine}: {reason}" for model, engine, reason in failures]
        lines += [""]
    return "\n".join(lines)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("models", nargs="+", metavar="MODEL.onnx")
    parser.add_argument("--infer", help="the built `infer`; without it the peers alone run")
    parser.add_argument("--threads", type=int, nargs="+", default=[1])
    parser.add_argument("--batch", type=int, help="change the models' batch to this")
    parser.add_argument("--peers", nargs="+", default=list(PACKAGES), choices=list(PACKAGES))
    parser.add_argument("--deepsparse", metavar="PYTHON", help="python that has deepsparse")
    parser.add_argument("--ours", action="append", default=[], metavar="MODEL=OTHER")
    parser.add_argument("--precision", default="float32", help="what --markdown says of the models")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.5, help="of timed runs, a round")
    parser.add_argument("--json", metavar="FILE", help="write every figure")
    parser.add_argument("--markdown", metavar="FILE", help="write tables, machine and command")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    parser.add_argument("--inputs", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    arguments.swapped = dict(pair.split("=", 1) for pair in arguments.ours)
    for path in [*arguments.models, *arguments.swapped.values()]:
        if not os.path.exists(path):
            parser.error(f"no such model: {path}; make_models.py makes them")
    if arguments.infer and not os.access(arguments.infer, os.X_OK):
        parser.error(f"no executable {arguments.infer}; build it (swift build -c release)")
    return arguments


def main() -> None:
    arguments = parse()
    if arguments.worker:
        worker(arguments)
        return
    engines = ([OURS] if arguments.infer else []) + list(arguments.peers)
    engines += ["deepsparse"] if arguments.deepsparse else []
    rows = []
    for model in map(Path, arguments.models):
        with tempfile.TemporaryDirectory() as folder:
            comparison = Comparison(arguments, model, Path(folder))
            for threads in arguments.threads:
                figures, errors = comparison.rounds(engines, threads)
                row = {"model": model.stem, "threads": threads, "batch": arguments.batch or 1}
                rows.append({**row, "ratio": ratio(figures), "engines": figures, "errors": errors})
                print(console_line(rows[-1]), flush=True)
    if arguments.json:
        Path(arguments.json).write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    if arguments.markdown:
        text = markdown(arguments, rows, engines)
        Path(arguments.markdown).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
