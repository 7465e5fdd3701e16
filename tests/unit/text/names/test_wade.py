import pytest

from whence.names import compare


@pytest.mark.parametrize(
    ("wade", "pinyin"),
    [
        ("Teng Wei-kuo", "Deng Weiguo"),
        ("Hsu Chih-hao", "Xu Zhihao"),
        ("Chang Hsueh-feng", "Zhang Xuefeng"),
        ("Chang Hsueh-feng", "Zhang Xue-feng"),
        ("Chu Teh-fang", "Zhu Defang"),
        ("Hsu Ping", "Xu Bing"),
    ],
)
def test_a_name_as_wade_and_giles_spelled_it_is_the_name_in_pinyin(wade: str, pinyin: str) -> None:
    assert compare(wade, pinyin).score > 0.9 < compare(pinyin, wade).score


@pytest.mark.parametrize(
    ("one", "other"), [("Li Kuo-ting", "Li Guoqing"), ("Lin Jie", "Lin Hsieh"), ("Hsu Ping", "Chu Ping")]
)
def test_another_syllable_is_another_name(one: str, other: str) -> None:
    assert compare(one, other).score < 0.5


def test_two_names_in_pinyin_are_not_put_into_the_older_spelling() -> None:
    assert "same, or spellings" not in " ".join(compare("Chang Wei", "Zhang Wei").reasons[:1])
