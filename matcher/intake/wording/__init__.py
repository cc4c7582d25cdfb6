"""What the words of a vacancy say: its lines and sections, and one module for each fact that is read from them."""
