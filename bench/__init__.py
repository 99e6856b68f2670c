"""Reproducible measurements: what a page costs beside a bare view in the same run. See README.md."""
