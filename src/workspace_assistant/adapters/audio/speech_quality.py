"""DNSMOS P.835 by onnxruntime, where the optional extra `speech-quality` is installed.

The model is the file that the package `speechmos` carries (Microsoft, MIT); its code is not loaded.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workspace_assistant.core.readiness.microphone.speech_quality import RawRating

if TYPE_CHECKING:  # dear to import
    from workspace_assistant.core.signal.level import Samples

_MODEL = "speechmos/dnsmos_models/sig_bak_ovr.onnx"


class DnsMos:
    """The network, loaded once. Make it by `installed`."""

    def __init__(self, model: Path) -> None:
        self._model = model

    def rate(self, samples_16k: Samples) -> RawRating:
        """See `SpeechQualityModel.rate`."""
        import numpy as np

        batch = samples_16k.astype(np.float32)[np.newaxis]
        _signal, background, overall = _session(self._model).run(None, {"input_1": batch})[0][0]
        return RawRating(background=float(background), overall=float(overall))


def installed() -> DnsMos | None:
    """The network, or None where the extra is not installed."""
    if find_spec("onnxruntime") is None:
        return None
    try:
        listed = files("speechmos") or ()
    except PackageNotFoundError:
        return None
    model = next((Path(str(file.locate())) for file in listed if str(file) == _MODEL), None)
    return DnsMos(model) if model is not None and model.is_file() else None


@cache
def _session(model: Path) -> Any:
    """One thread: the answer takes a fifth of a second, and the agent's call needs the others."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        str(model), sess_options=options, providers=["CPUExecutionProvider"]
    )
