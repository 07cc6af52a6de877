"""The E-model (ITU-T G.107, 06/2015): from delay, loss and echo to the rating factor R.

All terms are kept, so that the defaults give the recommendation's own R of 93.2. It is a planning
model: it says how most people would rate a call over such a path, not how one of them will.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from math import exp, log2, log10, sqrt

_MOST_IMPAIRMENT = 95.0
# G.107, table 2: BurstR is valid up to 8 below 2 % loss, and up to 2 from there on.
_FEW_LOSSES_PERCENT = 2.0
_BURST_RATIO_FEW_LOSSES = 8.0
_BURST_RATIO = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Transmission:
    """Parameters of one connection, with the defaults and units of G.107, table 2.

    Levels and loudness ratings are dB, delays ms, `ppl_percent` is the share of packets lost in
    percent. `echo_delay_ms` (T) and `round_trip_ms` (Tr) are zero where echo is canceled, as it is
    with a headset; `absolute_delay_ms` (Ta) is one way, from mouth to ear.
    """

    send_loudness_db: float = 8.0
    receive_loudness_db: float = 2.0
    sidetone_masking_db: float = 15.0
    send_d_value: float = 3.0
    receive_d_value: float = 3.0
    talker_echo_loudness_db: float = 65.0
    echo_path_loss_db: float = 110.0
    echo_delay_ms: float = 0.0
    round_trip_ms: float = 0.0
    absolute_delay_ms: float = 0.0
    quantizing_units: float = 1.0
    circuit_noise_dbm0p: float = -70.0
    noise_floor_dbmp: float = -64.0
    send_room_noise_dba: float = 35.0
    receive_room_noise_dba: float = 35.0
    ie: float = 0.0
    bpl: float = 4.3
    ppl_percent: float = 0.0
    burst_ratio: float = 1.0
    advantage: float = 0.0


def r_factor(path: Transmission) -> float:
    """R of *path* (equation 7-1), from 0 (nothing is understood) to 93.2 for the default path."""
    no = noise_sum_dbm0p(path)
    ro = 15 - 1.5 * (path.send_loudness_db + no)
    ist = _sidetone_impairment(path)
    impairments = (
        _loudness_impairment(path, no)
        + ist
        + _quantizing_impairment(path, ro)
        + _talker_echo_impairment(path, no, ist)
        + _listener_echo_impairment(path, ro)
        + delay_impairment(path.absolute_delay_ms)
        + effective_equipment_impairment(path.ie, path.bpl, path.ppl_percent, path.burst_ratio)
    )
    return max(0.0, ro - impairments + path.advantage)


def mos_of(r: float) -> float:
    """Mean opinion score of the rating *r*, 1 to 4.5 (G.107, annex B, equation B-4).

    The cubic dips below 1 for R under 6.5; no listener can, so it is held at 1.
    """
    if r <= 0:
        return 1.0
    if r >= 100:
        return 4.5
    return max(1.0, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6)


def delay_impairment(absolute_delay_ms: float) -> float:
    """Idd: what long delay alone costs, with perfect echo control (equations 7-27 and 7-28)."""
    if absolute_delay_ms <= 100:
        return 0.0
    x = log2(absolute_delay_ms / 100)
    return 25 * (_bend(x, 6) - 3 * _bend(x / 3, 6) + 2)


def effective_equipment_impairment(
    ie: float, bpl: float, ppl_percent: float, burst_ratio: float
) -> float:
    """Ie,eff: the codec's own impairment and that of losses (equation 7-29).

    The burst ratio is clamped to the range it is valid for, which gets narrower at 2 % loss; a
    higher loss is never rated better than 2 % itself.
    """
    most = _BURST_RATIO_FEW_LOSSES if ppl_percent < _FEW_LOSSES_PERCENT else _BURST_RATIO
    impairment = _loss_impairment(ie, bpl, ppl_percent, min(max(burst_ratio, 1.0), most))
    impairment = min(impairment, _MOST_IMPAIRMENT)
    if ppl_percent < _FEW_LOSSES_PERCENT:
        return impairment
    at_edge = min(max(burst_ratio, 1.0), _BURST_RATIO_FEW_LOSSES)
    return max(impairment, _loss_impairment(ie, bpl, _FEW_LOSSES_PERCENT, at_edge))


def _loss_impairment(ie: float, bpl: float, ppl_percent: float, burst_ratio: float) -> float:
    return ie + (_MOST_IMPAIRMENT - ie) * ppl_percent / (ppl_percent / burst_ratio + bpl)


def noise_sum_dbm0p(path: Transmission) -> float:
    """No: all noise, referred to the 0 dBr point (equations 7-3 to 7-7)."""
    overall_db = path.send_loudness_db + path.receive_loudness_db
    listener_sidetone_db = path.sidetone_masking_db + path.receive_d_value
    effective_room = path.receive_room_noise_dba + 10 * log10(
        1 + 10 ** ((10 - listener_sidetone_db) / 10)
    )
    receive_side = (
        path.receive_loudness_db - 121 + effective_room + 0.008 * (effective_room - 35) ** 2
    )
    send_side = (
        path.send_room_noise_dba
        - path.send_loudness_db
        - path.send_d_value
        - 100
        + 0.004 * (path.send_room_noise_dba - overall_db - path.send_d_value - 14) ** 2
    )
    floor = path.noise_floor_dbmp + path.receive_loudness_db
    return _power_sum_db(path.circuit_noise_dbm0p, send_side, receive_side, floor)


def _power_sum_db(*levels: float) -> float:
    return 10 * log10(sum(10 ** (level / 10) for level in levels))


def _loudness_impairment(path: Transmission, no: float) -> float:
    """Iolr: too loud (equations 7-9 and 7-10)."""
    overall_db = path.send_loudness_db + path.receive_loudness_db
    x = overall_db + 0.2 * (64 + no - path.receive_loudness_db)
    return 20 * (_bend(x / 8, 8) - x / 8)


def _sidetone_impairment(path: Transmission) -> float:
    """Ist: a sidetone that is not right (equations 7-11 and 7-12)."""
    stmro = -10 * log10(
        10 ** (-path.sidetone_masking_db / 10)
        + exp(-path.echo_delay_ms / 4) * 10 ** (-path.talker_echo_loudness_db / 10)
    )
    return (
        12 * _bend((stmro - 13) / 6, 8)
        - 28 * _bend((stmro + 1) / 19.4, 35)
        - 13 * _bend((stmro - 3) / 33, 13)
        + 29
    )


def _quantizing_impairment(path: Transmission, ro: float) -> float:
    """Iq: quantizing distortion (equations 7-13 to 7-17)."""
    q = 37 - 15 * log10(path.quantizing_units)
    g = 1.07 + 0.258 * q + 0.0602 * q * q
    return 15 * log10(1 + 10 ** ((ro - 100) / 15 + 46 / 8.4 - g / 9) + 10 ** (46 / 30 - g / 40))


def _talker_echo_impairment(path: Transmission, no: float, ist: float) -> float:
    """Idte: hearing oneself late (equations 7-19 to 7-24)."""
    t = path.echo_delay_ms
    terv = path.talker_echo_loudness_db - 40 * log10((1 + t / 10) / (1 + t / 150))
    terv += 6 * exp(-0.3 * t * t)
    if path.sidetone_masking_db < 9:
        terv += ist / 2
    roe = -1.5 * (no - path.receive_loudness_db)
    re = 80 + 2.5 * (terv - 14)
    impairment = 0.0
    if t >= 1:
        impairment = ((roe - re) / 2 + sqrt((roe - re) ** 2 / 4 + 100) - 1) * (1 - exp(-t))
    if path.sidetone_masking_db > 20:
        return sqrt(impairment**2 + ist**2)
    return impairment


def _listener_echo_impairment(path: Transmission, ro: float) -> float:
    """Idle: the far end's echo (equations 7-25 and 7-26)."""
    rle = 10.5 * (path.echo_path_loss_db + 7) * math.pow(path.round_trip_ms + 1, -0.25)
    return (ro - rle) / 2 + sqrt((ro - rle) ** 2 / 4 + 169)


def _bend(x: float, order: int) -> float:
    """The recommendation's smooth corner: about 1 for small *x*, about *x* for large ones."""
    return math.pow(1 + math.pow(x, order), 1 / order)
