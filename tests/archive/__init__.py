"""Protects what has been harvested: nothing recorded is lost, altered or misread."""
