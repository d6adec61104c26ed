"""Readings as pictures: a result of insight and a palette in, a `Chart` out."""
