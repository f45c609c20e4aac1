"""Answers what notebook-core.test.js asks, every number as its bits: answer.py core|links FILE."""

import json
import math
import struct
import sys
from array import array
from dataclasses import asdict, is_dataclass

from descent_lab import DescentLab, core


def in_bits(answer):
    if isinstance(answer, (int, float)) and not isinstance(answer, bool):
        return "nan" if math.isnan(answer) else struct.pack(">d", answer).hex()
    if isinstance(answer, (list, tuple, array)):
        return [in_bits(each) for each in answer]
    if isinstance(answer, dict):
        return {key: in_bits(value) for key, value in answer.items()}
    return answer


def run_answer(run):
    answer = {
        "rows": in_bits(run.rows),
        "columns": in_bits(run.columns),
        "diagnosis": in_bits(run.diagnosis),
        "layout": [asdict(column) for column in run.layout],
    }
    if isinstance(run, core.SampleRun):
        answer |= {"inEpoch": in_bits(run.in_epoch), "scale": in_bits(run.scale)}
    return answer


def ask(case):
    answer = getattr(core, case["method"])(**case["given"])
    return run_answer(answer) if is_dataclass(answer) else in_bits(answer)


question, path = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    asked = json.load(file)
if question == "core":
    answers = [ask(case) for case in asked]
else:
    answers = [[in_bits(run.columns) for run in DescentLab(link["query"]).results] for link in asked]
json.dump(answers, sys.stdout)
