"""What the offices deliver, read and checked: catalogue, deliveries, breaks → Bestand."""
