"""PNG files of our own making."""

from io import BytesIO

from PIL import Image, ImageChops

from reports.charts.png import encode


def test_another_reader_finds_the_same_pixels_where_colours_are_few() -> None:
    """Pillow reads what we wrote."""
    picture = Image.effect_mandelbrot((31, 17), (-3, -2.5, 2, 2.5), 100).convert("L")
    few = picture.point(lambda value: value // 8 * 8).convert("RGB")

    read = Image.open(BytesIO(encode(few, 300)))

    assert (read.mode, read.size) == ("P", (31, 17))
    assert ImageChops.difference(read.convert("RGB"), few).getbbox() is None


def test_rows_that_repeat_and_rows_that_do_not_are_read_as_they_were() -> None:
    stripes = Image.linear_gradient("L").resize((40, 6), Image.Resampling.NEAREST)
    tall = stripes.resize((40, 24), Image.Resampling.NEAREST).convert("RGB")

    read = Image.open(BytesIO(encode(tall, 300))).convert("RGB")

    assert len(tall.getcolors()) == 6
    assert ImageChops.difference(read, tall).getbbox() is None


def test_many_colours_become_near_ones() -> None:
    picture = Image.linear_gradient("L").convert("RGB")

    read = Image.open(BytesIO(encode(picture, 300))).convert("RGB")

    assert max(high for _, high in ImageChops.difference(read, picture).getextrema()) <= 4


def test_the_file_says_how_dense_its_pixels_are() -> None:
    """300 to the inch are 11,811 to the metre."""
    read = Image.open(BytesIO(encode(Image.new("RGB", (2, 2)), 300)))

    assert [round(ppi) for ppi in read.info["dpi"]] == [300, 300]
