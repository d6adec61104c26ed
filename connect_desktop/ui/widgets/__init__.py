"""Widgets: they know neither the session nor the store."""
