"""Small widgets every screen is made of."""
