"""Dialogs: a value in, a value out; none of them writes."""
