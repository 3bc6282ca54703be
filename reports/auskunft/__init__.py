"""What the office asks for: the Prüfbericht, confirmations, and the way of a single figure."""
