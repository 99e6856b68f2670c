"""The invented community “Зразкова громада”: everything that `load_demo` puts into an empty database.

Every module has `load()`, which makes what is missing and leaves alone what is there. LOADERS is their order: a loader may
use what the ones before it made. Add cases and summaries as `cases.py` and `summaries.py` and name them in LOADERS.
"""
