"""Trains the encoder that ships, on the labels and descriptions of a taxonomy."""
