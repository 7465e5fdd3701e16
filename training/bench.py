"""Words a second of the shipped reader, one thread, beside the machine's own GEMM rate: `python -m training.bench`."""

import argparse
import resource
import time
from pathlib import Path

import numpy as np
from training import data
from training.evaluate import laid_out
from training.one_thread import with_one_thread


def gemm_rate(seconds: float = 1.0) -> float:
    """Billions of 32-bit operations a second that onnxruntime reaches on one product of the encoder's shape."""
    import onnxruntime
    from onnx import TensorProto, helper

    weight = helper.make_tensor(
        "w", TensorProto.FLOAT, (384, 1536), np.ones((384, 1536), np.float32).tobytes(), raw=True
    )
    shapes = [
        helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in (("x", [200, 384]), ("y", [200, 1536]))
    ]
    graph = helper.make_graph([helper.make_node("MatMul", ["x", "w"], ["y"])], "g", shapes[:1], shapes[1:], [weight])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    x = np.ones((200, 384), np.float32)
    session.run(None, {"x": x})
    began, runs = time.process_time(), 0
    while time.process_time() - began < seconds:
        session.run(None, {"x": x})
        runs += 1
    return 2 * 200 * 384 * 1536 * runs / (time.process_time() - began) / 1e9


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    p.add_argument("--rounds", type=int, default=2)
    a = p.parse_args()
    before = time.perf_counter()
    from whence.reader import VERSION, read
    from whence.reader.engine import network

    network()
    print(f"reader {VERSION}: loaded in {time.perf_counter() - before:.2f} s")
    texts = [laid_out(t) for t in data.gum(a.data, "dev")]
    ranges = [[(row[0][0], row[-1][1]) for row in places] for _, places in texts]
    words = 0
    read(texts[0][0], ranges[0])
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(a.rounds):
        for (raw, _), sentences in zip(texts, ranges, strict=True):
            words += sum(len(tree.tokens) for tree in read(raw, sentences).trees)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    rate = gemm_rate()
    pieces = 1.13 * words
    used = 2 * (6 * (4 * 384 * 384 + 2 * 384 * 1536)) * pieces / cpu / 1e9
    print(f"{words:,} words: {words / cpu:,.0f} words/s of processor time, {words / wall:,.0f} words/s by the clock")
    print(f"encoder {used:.1f} of {rate:.1f} billion 32-bit operations a second ({100 * used / rate:.0f} %)")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB resident at most")


if __name__ == "__main__":
    with_one_thread("training.bench")
    main()
