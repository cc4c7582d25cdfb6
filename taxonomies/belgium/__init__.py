"""What Belgian law asks, as dated rows with their sources."""
