"""All families: the answer to a row as (value, sd), value a number, a list of numbers or words."""

import analysis
import deterministic
import queues
import stochastic

FAMILIES = {**deterministic.ANSWERS, **queues.ANSWERS, **stochastic.ANSWERS, **analysis.ANSWERS}


def answer(family, params, quantity):
    given = FAMILIES[family](params, quantity)
    return given if isinstance(given, tuple) else (given, None)
