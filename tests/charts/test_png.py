"""PNG files of our own making."""

from io import BytesIO

from PIL import Image, ImageChops

from reports.charts.png import encode


def test_another_reader_finds_the_same_pixels() -> None:
    """Pillow reads what we wrote."""
    picture = Image.effect_mandelbrot((31, 17), (-3, -2.5, 2, 2.5), 100).convert("RGB")

    read = Image.open(BytesIO(encode(picture, 300)))

    read.load()
    assert (read.mode, read.size) == ("RGB", (31, 17))
    assert ImageChops.difference(read, picture).getbbox() is None


def test_the_file_says_how_dense_its_pixels_are() -> None:
    """300 to the inch are 11,811 to the metre."""
    read = Image.open(BytesIO(encode(Image.new("RGB", (2, 2)), 300)))

    assert [round(ppi) for ppi in read.info["dpi"]] == [300, 300]
