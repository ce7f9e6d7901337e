"""Marks of tests that more than one module uses."""

import pytest

misread = pytest.mark.xfail(strict=True, reason="the model misreads the sentence: a name, a label or an attachment")
