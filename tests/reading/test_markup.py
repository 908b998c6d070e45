import pytest

from store.reading.texts.markup import is_page, slimmed


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><title>x</title>",
        "\ufeff \n<!-- saved -->\n<HTML><body>",
        '<?xml version="1.0"?>\n<html xmlns="x">',
        '<div class="a"><p>One</p><p>Two</p>',
    ],
)
def test_pages_are_told_by_what_they_hold(text: str) -> None:
    assert is_page(text, None)


@pytest.mark.parametrize("text", ["The sides <b>met</b> in Lisk.", "<p>One quoted tag", "", "a < b", "<<<<>>>>"])
def test_plain_texts_are_no_pages(text: str) -> None:
    assert not is_page(text, None)


def test_what_a_server_says_counts() -> None:
    assert is_page("words", "text/html; charset=utf-8")
    assert not is_page("<html><p>shown as it is</p>", "text/plain")


def test_tags_of_a_hundred_thousand_attributes_are_cut() -> None:
    for value in ("1", '">"', "'<p>'"):
        page = f"<p {' '.join(f'a{number}={value}' for number in range(100_000))}>Three words here</p>"
        slim = slimmed(page)
        assert slim.endswith(">Three words here</p>")
        assert 10_000 < len(slim) < 60_000


def test_ordinary_pages_stay_as_they_are() -> None:
    script = "<script>if (a<b) { x = '" + "y=1 " * 5000 + "' }</script><!-- <p " + "b=2 " * 5000 + ">-->"
    page = f"<html>{script}<p class='one'>Words</p></html>"
    assert slimmed(page) == page
    assert slimmed("<p " + "x " * 900 + ">") == "<p " + "x " * 900 + ">"


@pytest.mark.parametrize("opening", ["<a '", '<a href="', "<!--", "<script", "<"])
def test_what_never_ends_is_passed_over(opening: str) -> None:
    page = opening * 50_000
    assert len(slimmed(page)) <= len(page)
