"""The books. The only floor of the counter that speaks SQL."""
