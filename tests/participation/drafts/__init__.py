"""Tests of draft documents."""
