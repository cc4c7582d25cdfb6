"""Skills matching for legal labour mobility: cohorts in, ranked and explained matches out."""
