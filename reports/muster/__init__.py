"""The Musterlieferung: invented, consistent figures for the whole catalogue, in all file formats."""
