"""Runs Python programs, a JSON list of texts on stdin, each in a namespace of its own; prints what each printed."""

import contextlib
import io
import json
import sys

outputs = []
for text in json.load(sys.stdin):
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(text, "program", "exec"), {"__name__": "__main__"})
        outputs.append(printed.getvalue())
    except Exception as error:
        outputs.append(f"{type(error).__name__}: {error}")
json.dump(outputs, sys.stdout)
