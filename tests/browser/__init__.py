"""Whole stories in a real Chromium."""
