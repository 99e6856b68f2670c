"""The rules of the house as tests: order of packages, sizes, words, templates, translations, the project's own files."""
