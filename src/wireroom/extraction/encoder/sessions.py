"""How a model is opened: on one thread and with exact sums, so that what it gives hangs on the text
alone, not on the machine."""

from pathlib import Path

import onnxruntime


def open_session(model: Path) -> onnxruntime.InferenceSession:
    """The model of an ONNX file, on the CPU and one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Without this, sums of eight-bit products overflow on processors that have no instruction for
    # them (AVX2 alone), and the same text is read otherwise there.
    options.add_session_config_entry("session.x64quantprecision", "1")
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
