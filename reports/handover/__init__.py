"""What leaves the house: the edition's folder with PDFs, data and their description."""
