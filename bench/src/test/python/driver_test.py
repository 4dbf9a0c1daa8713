"""Tests of driver.py. It needs numpy for other things, which need not be there."""

import os
import sys
import tempfile
import types
import unittest

sys.modules.setdefault("numpy", types.ModuleType("numpy"))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "main", "python"))
import driver


class RunningTest(unittest.TestCase):
    def test_each_order_to_a_program_that_has_ended_fails_as_an_answer_does(self):
        with tempfile.TemporaryDirectory() as folder:
            data = types.SimpleNamespace(folder=folder, dimension=8, count=10)
            program = driver.Running("ended", data, folder, [sys.executable, "-c", ""])
            program.process.wait()
            for _ in range(2):
                with self.assertRaisesRegex(RuntimeError, "ended: see .*ended.log"):
                    program.order(do="ready")
            program.close()
            program.process.stdout.close()


if __name__ == "__main__":
    unittest.main()
