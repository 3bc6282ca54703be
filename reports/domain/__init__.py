"""The words of the domain: what a Kommune, a Merkmal, a Kennzahl, a Zeichen and a frame are."""
