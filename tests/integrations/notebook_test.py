"""The Python package without a page: what it refuses, what it keeps, what it draws."""

import math
import threading
import unittest
from array import array
from xml.dom.minidom import parseString

import traitlets
from descent_lab import DescentLab, core


class Core(unittest.TestCase):
    def test_the_lecture_s_first_steps(self):
        run = core.run("quadratic", start=70, optimizer={"key": "sgd", "hypers": {"lr": 0.1}}, steps=2)
        self.assertEqual(list(run.columns["x"]), [70, 56, 44.8])
        self.assertIsInstance(run.columns["x"], array)
        self.assertEqual(run.diagnosis["kind"], "converging")
        self.assertEqual(run.names, ["x", "f", "gx", "gnorm", "lr", "dx"])

    def test_a_run_that_leaves_the_finite_numbers_ends(self):
        run = core.run("quadratic", 1, {"key": "sgd", "hypers": {"lr": 1000}}, steps=1000)
        self.assertLess(run.rows, 1001)
        self.assertFalse(math.isfinite(run.columns["f"][-1]))

    def test_a_text_that_is_read_otherwise_is_told(self):
        run = core.run({"formula": "8xsin(2x)"}, 1, "sgd", 1)
        self.assertEqual(run.notices, ('"8xsin(2x)" was read as "8x*sin(2x)"',))

    def test_what_is_wrong_is_named(self):
        sgd = {"key": "sgd"}
        for error, words, said in [
            (
                ValueError,
                {"objective": "quadratik"},
                "objective is 'quadratik'; it must be one of quadratic,",
            ),
            (ValueError, {"start": [1, 2]}, "start has 2 numbers; this objective takes 1"),
            (ValueError, {"steps": 100_001}, "steps is 100001; it must be a finite number from 0 to 100000"),
            (ValueError, {"steps": 1.5}, "steps is 1.5; it must be a whole number"),
            (TypeError, {"steps": "3"}, "steps is '3'; it must be a number"),
            (TypeError, {"start": True}, "start[0] is True; it must be a number"),
            (ValueError, {"start": math.nan}, "start[0] is nan; it must be a finite number"),
            (ValueError, {"optimizer": {**sgd, "hypers": {"beta": 1}}}, "has no 'beta'; it takes lr"),
            (ValueError, {"optimizer": {**sgd, "hypers": {"lr": 1e99}}}, "lr of optimizer sgd is 1e+99"),
            (ValueError, {"objective": {"formula": "x+"}}, '"x+", at character 3: expected a number'),
            (TypeError, {"optimizer": {"rule": "x = x - lr*k*g"}}, "k of the rule is None"),
            (ValueError, {"noise": {"sigma": -1}}, "noise.sigma is -1"),
            (ValueError, {"noise": {"sd": 1}}, "noise has no 'sd'; it takes sigma, seed"),
        ]:
            with self.subTest(said), self.assertRaises(error) as raised:
                core.run(**{"objective": "quadratic", "start": 1, "optimizer": "sgd", "steps": 1, **words})
            self.assertIn(said, str(raised.exception))

    def test_threads_do_not_disturb_each_other(self):
        want = core.run("bowl", [1, 2], "adam", 500).columns["x"]
        found = []
        threads = [
            threading.Thread(target=lambda: found.append(core.run("bowl", [1, 2], "adam", 500).columns["x"]))
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, [want] * 8)


class Widget(unittest.TestCase):
    def test_keys_are_traits_of_one_link(self):
        lab = DescentLab(f="quadratic", x0=[70], runs=["sgd,lr:0.1", {"key": "adam", "lr": 0.5}], t=2)
        self.assertEqual(lab.query, "f=quadratic&x0=70&run=sgd,lr:0.1&run=adam,lr:0.5&t=2")
        self.assertEqual(
            (lab.f, lab.x0, lab.runs, lab.t), ("quadratic", [70], ["sgd,lr:0.1", "adam,lr:0.5"], 2)
        )
        lab.runs = "sgd"
        self.assertEqual(lab.query, "f=quadratic&x0=70&run=sgd&t=2")
        lab.query = "?lab=smoothing&data=3,8,6&from=%2B1"
        self.assertEqual(
            (lab.lab, lab.data, lab.from_, lab.f, lab.runs), ("smoothing", [3, 8, 6], ["+1"], None, None)
        )

    def test_a_key_silences_the_one_that_says_the_same(self):
        lab = DescentLab(f="wavy")
        lab.fx = "x^2+10*sin(x)"
        self.assertEqual((lab.f, lab.fx), (None, "x^2+10*sin(x)"))
        lab.f = "wavy"
        self.assertEqual((lab.f, lab.fx), ("wavy", None))

    def test_the_page_s_word_is_taken_unless_it_is_old(self):
        lab = DescentLab("f=wavy")
        lab.set_state(
            {"_shown": {"query": "f=wavy", "keys": {"f": ["wavy"], "x0": ["-1.5"], "embed": ["1"]}}}
        )
        self.assertEqual((lab.x0, lab.embed, lab.query), ([-1.5], True, "f=wavy"))
        lab.x0 = [2]
        lab.set_state({"_shown": {"query": "f=wavy", "keys": {"f": ["wavy"], "x0": ["-1.5"]}}})
        self.assertEqual(lab.x0, [2])

    def test_what_is_no_value_is_refused(self):
        for name, value in [("x0", object()), ("runs", [None]), ("steps", {})]:
            with self.subTest(name), self.assertRaises(traitlets.TraitError):
                DescentLab(**{name: value})

    def test_results_are_the_core_s(self):
        lab = DescentLab(f="quadratic", x0=70, runs=["adam", "sgd,lr:0.1"], sel=2, steps=2)
        self.assertEqual(list(lab.columns["x"]), [70, 56, 44.8])
        self.assertEqual(len(lab.results), 2)
        for query, said in [
            ("lab=smoothing", 'lab is "smoothing"'),
            ("f=quadratik", "f is 'quadratik'"),
            ("run=sgd,beta:1", 'sgd has no "beta"'),
            ("steps=many", "steps is 'many'"),
        ]:
            with self.subTest(query), self.assertRaises(ValueError) as raised:
                DescentLab(query).results
            self.assertIn(said, str(raised.exception))

    def test_a_picture_stands_in_where_no_page_can_be(self):
        for query in [
            "x0=70&run=sgd,lr:0.1&run=sgd,lr:1.1&steps=2000",
            "f=himmelblau",
            "fx=1/x&x0=0",
            "fx=x^2*t",
        ]:
            with self.subTest(query):
                picture = DescentLab(query)._repr_mimebundle_()[0]["image/svg+xml"]
                self.assertGreater(len(parseString(picture).getElementsByTagName("path")), 1)
                self.assertTrue("nan" not in picture and "inf" not in picture)
                self.assertLess(len(picture), 80_000)
        for query in ["fx=x%2B", "lab=smoothing"]:
            with self.subTest(query):
                self.assertNotIn("image/svg+xml", DescentLab(query)._repr_mimebundle_()[0])


if __name__ == "__main__":
    unittest.main()
