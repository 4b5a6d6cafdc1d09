"""The jobs that must stand a failing disk: how each begins, what it does, and what must hold afterwards."""

from tests.faults.flows import counter, day, start

FLOWS = {flow.name: flow for flow in (*counter.FLOWS, *day.FLOWS, *start.FLOWS)}
