"""Forty-six services of the demo community; facts as publicly known in 2026, each marked “demo, check before use”."""
