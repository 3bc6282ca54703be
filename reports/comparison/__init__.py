"""Where an area stands among the Kommunen, from released values only."""
