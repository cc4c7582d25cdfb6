"""How good the matches are: benchmarks, metrics and timings."""
