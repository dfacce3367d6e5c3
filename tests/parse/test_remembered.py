"""What is known of words is worked out once, and never fills the memory."""

from shelflist.parse.vocabulary.remembered import Remembered


def test_a_word_is_looked_up_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length, 8)
    assert [lengths[word] for word in ("loom", "weft", "loom")] == [4, 4, 4]
    assert asked == ["loom", "weft"]


def test_no_more_words_are_held_than_was_said() -> None:
    lengths = Remembered(len, 8)
    for n in range(100):
        assert lengths["x" * n] == n
        assert len(lengths) <= 8
