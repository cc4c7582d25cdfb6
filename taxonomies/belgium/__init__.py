"""What Belgium and its law are made of: places, and dated rules, as tables beside the code that reads them."""
