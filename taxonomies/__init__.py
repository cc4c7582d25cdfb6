"""What a skill is (ESCO), what a scheme is: code and data side by side."""
