"""What Belgian law asks, as dated tables with their sources; where a table ends the answer is unknown."""
