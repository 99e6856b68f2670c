"""Links of published pages: where they stand (`collecting`), whether they lead somewhere (`inside`, `outside`), the nightly round."""
