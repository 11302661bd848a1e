"""Whom the line above a quotation names, and which post an address leads to."""

import pytest

from wireroom.reading.forum.quoting import find_quoted_name, post_id_in


@pytest.mark.parametrize(
    "line",
    [
        "Ida said:",
        "Ida said: ↑",
        "Ida wrote: ↑ 7. Mär 2021, 10:15",
        "Ida schrieb:",
        "Ida hat gesagt.:",
        "Ida a écrit :",
        "Ida escribió:",
        "Ida сказал(а):",
        "Ida писал(а): (07.03.2021 06:40)",
        "Ida yazdı:",
        "Originally Posted by Ida",
        "Zitat von Ida",
        "Zitat von: Ida am 07. März 2021, 06:40:31",
        "Quote from: Ida on March 07, 2021, 06:40:31 AM",
        "Quote from: Ida on Today at 10:12:13",
        "Citation de: Ida le 07 Mars 2021, 06:40:31",
        "Цитата: Ida от 07 Март 2021, 06:40:31",
        "(03-27-2021, 06:40 AM)Ida Wrote:",
        "Ida, on 07 March 2012 - 06:40 AM, said:",
        "Ida (07 Март 2010 - 06:40) писал:",
        "On 3/7/2021 at 6:40 AM, Ida said:",
    ],
)
def test_the_line_above_a_quotation_names_a_member(line: str) -> None:
    assert find_quoted_name(line) == "Ida"


@pytest.mark.parametrize("line", ["", "The roof of silo two is gone.", "Quote:", "said:"])
def test_other_lines_name_nobody(line: str) -> None:
    assert find_quoted_name(line) is None


@pytest.mark.parametrize(
    "address",
    [
        "/goto/post?id=53",
        "goto/post?id=53#post-53",
        "threads/fire.12/#post-53",
        "/threads/fire.12/post-53",
        "./viewtopic.php?p=53#p53",
        "showthread.php?p=53#post53",
        "showthread.php?41-Fire&p=53&viewfull=1#post53",
        "index.php?topic=14.msg53#msg53",
        "index.php?msg=53",
        "showthread.php?pid=53#pid53",
        "thread-41-post-53.html#pid53",
        "/topic/41-fire/?do=findComment&comment=53",
        "/topic/41-fire/#comment-53",
        "/discussion/comment/53/#Comment_53",
        "/topic/41-fire/#entry53",
    ],
)
def test_an_address_names_a_post(address: str) -> None:
    assert post_id_in(address) == "53"
