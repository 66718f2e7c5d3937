# SPDX-License-Identifier: ISC
"""The table: a row a line, what was measured beside its peer, and whether that is enough."""


def figure(value):
    return '-' if value is None else '%.0f' % value if value >= 100 else '%.1f' % value if value >= 1 else '%.2f' % value


class Sheet:
    def __init__(self):
        print('%-34s %8s %-6s %10s  %-9s %7s %7s %7s  %s' % (
            'what', 'duan', '', 'peer', '', 'ratio', 'must', 'aims', 'holds'), flush=True)
        self.fell_short = 0

    def row(self, what, value, unit, peer, peers, must, aims, at_least=False):
        """`peers` is what `peer` took, None where there is none; `must` and `aims` are bounds of the ratio."""
        ratio = value / peers if peers else None
        good = lambda bound: ratio >= bound if at_least else ratio <= bound
        holds = '-' if ratio is None else 'aim' if good(aims) else 'must' if good(must) else 'NO'
        self.fell_short += holds == 'NO'
        sign = '>=' if at_least else '<='
        print('%-34s %8s %-6s %10s  %-9s %7s %7s %7s  %s' % (
            what, figure(value), unit, figure(peers), peer, figure(ratio), sign + '%g' % must,
            sign + '%g' % aims, holds), flush=True)

    def bound(self, what, value, unit, must, aims, at_least=False):
        """What is held against a figure, not against a peer."""
        self.row(what, value, unit, '(one)', 1, must, aims, at_least)
