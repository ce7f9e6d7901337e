"""Trained pipelines shipped with the package: data only."""
