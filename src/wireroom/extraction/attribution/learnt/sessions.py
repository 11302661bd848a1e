"""How a model is opened: on one thread, so that what it gives hangs on the text alone."""

from pathlib import Path

import onnxruntime


def open_session(model: Path) -> onnxruntime.InferenceSession:
    """The model of an ONNX file, on the CPU and one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
