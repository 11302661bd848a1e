"""Invented articles in the layouts that news sites use, as pages with their right answers.

The layouts follow what publishing systems print by default; no page of a real site is among them.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader should find. ``published`` is ISO 8601; ``related`` are headlines beside it."""

    language: str
    title: str
    author: str
    published: str
    outlet: str
    paragraphs: tuple[str, ...]
    related: tuple[str, ...]


ARTICLES = (
    Article(
        "en",
        "Crane collapse shuts Port Selwyn's east quay",
        "Ida Lindqvist",
        "2024-03-07T09:40:00+01:00",
        "Selwyn Courier",
        (
            "PORT SELWYN, Norland (Nordwire) - A container crane came down on the east quay of "
            "Port Selwyn before dawn on Thursday, injuring two dockers and blocking the only deep "
            "berth of the harbour, the harbour office said.",
            "The crane, which was built in 1978, had been inspected in January. “It was fit for "
            "work, and I would sign that again,” chief inspector Olaf Brandt told the Courier by "
            "telephone.",
            "The dockers' union said that it had warned of cracks in the boom twice since the "
            "autumn. A spokeswoman for the owner, Selwyn Lifting, declined to comment.",
            "Nine ships lay at anchor outside the mole at noon. The pilots expect the berth to be "
            "closed until the end of next week.",
        ),
        (
            "Ferry to Hamn runs again after storm",
            "Council puts off vote on new fish hall",
            "Letters: who pays for the ice?",
        ),
    ),
    Article(
        "ru",
        "В порту Зимогорска сгорел склад с сетями",
        "Анна Лебедева",
        "2023-11-18T21:15:00+03:00",
        "Зимогорский листок",
        (
            "Ночью в рыбном порту Зимогорска сгорел деревянный склад, в котором хранились сети "
            "трёх артелей. Пожар, по словам дежурного части Игоря Савельева, заметил сторож "
            "соседней верфи в половине второго.",
            "«Мы приехали через восемь минут, но крыша уже обвалилась», — рассказал Савельев. "
            "Пострадавших нет, ущерб подсчитывают.",
            "Председатель одной из артелей Пётр Громов считает, что склад подожгли. В полиции "
            "сообщили, что проверяют все версии, и от подробностей отказались.",
            "Это третий пожар в порту с начала осени. После второго администрация обещала "
            "поставить на причалах камеры, но деньги на них пока не выделены.",
        ),
        ("Ледокол вернулся из рейса", "Цены на треску выросли вдвое", "Школу закрыли на карантин"),
    ),
    Article(
        "de",
        "Lotsen streiken: Im Hafen von Altsund liegt alles still",
        "Jonas Petersen",
        "2022-05-02T06:30:00+02:00",
        "Altsunder Anzeiger",
        (
            "Seit Montagfrüh bewegt sich im Hafen von Altsund kein Schiff mehr. Die 34 Lotsen "
            "haben die Arbeit niedergelegt, nachdem die Gespräche mit der Reederei am Wochenende "
            "ohne Ergebnis geblieben waren.",
            "„Wir fahren nicht länger zu zweit auf Booten, die für vier gebaut sind“, sagte ihr "
            "Sprecher Hinnerk Voss am Morgen vor dem Lotsenhaus.",
            "Die Reederei wies den Vorwurf zurück. Man habe in den vergangenen beiden Jahren vier "
            "neue Boote bestellt, teilte sie mit, und die Werft sei im Verzug.",
            "Vor der Einfahrt warten nach Angaben des Hafenamts elf Frachter, unter ihnen zwei mit "
            "Obst, das nicht lange hält.",
        ),
        ("Fischmarkt zieht um", "Wer bezahlt die neue Brücke?", "Sturmtief am Wochenende"),
    ),
    Article(
        "ar",
        "إغلاق ميناء الرملة بعد جنوح سفينة قمح",
        "ليلى حداد",
        "2021-10-12T14:05:00+03:00",
        "صحيفة المرفأ",
        (
            "أغلقت السلطات ميناء الرملة صباح الثلاثاء بعد جنوح سفينة محملة بالقمح عند مدخله، وقال "
            "مدير الميناء سامي نصار إن أحدا من البحارة لم يصب بأذى.",
            "وأضاف نصار في حديث إلى الصحيفة أن قاطرتين وصلتا من الجنوب وستحاولان سحب السفينة "
            "مع المد التالي، وأن العمل قد يستغرق يومين.",
            "وقال تجار في السوق إن سعر الطحين ارتفع منذ الصباح، في حين دعت البلدية السكان إلى عدم "
            "التخزين لأن المخازن ممتلئة.",
            "وكانت سفينة أخرى قد جنحت في المكان نفسه قبل ثلاث سنوات، وأوصت لجنة حينها "
            "بتعميق الممر، لكن المشروع لم ينفذ.",
        ),
        ("افتتاح سوق السمك الجديد", "انقطاع الكهرباء في الحي القديم", "مباراة مؤجلة بسبب المطر"),
    ),
)

Layout = Callable[[Article], str]


def pages() -> Iterator[tuple[str, Article, bytes]]:
    """Every article in every layout: a name for the page, its answers, and its bytes in UTF-8."""
    for name, layout in LAYOUTS.items():
        for article in ARTICLES:
            yield f"{name}-{article.language}.html", article, layout(article).encode()


def _page(article: Article, head: str, body: str, attributes: str = "") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{article.language}"{attributes}>\n<head>\n'
        f'<meta charset="utf-8">\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def _paragraphs(article: Article, tag: str = "p", attributes: str = "") -> str:
    return "\n".join(f"<{tag}{attributes}>{escape(p)}</{tag}>" for p in article.paragraphs)


def _related(article: Article, heading: str) -> str:
    items = "".join(
        f'<li><a href="/{n}">{escape(title)}</a></li>' for n, title in enumerate(article.related)
    )
    return f"<aside><h3>{heading}</h3><ul>{items}</ul></aside>"


def _menu(article: Article) -> str:
    items = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(7))
    return f"<header><a href='/'>{escape(article.outlet)}</a><nav><ul>{items}</ul></nav></header>"


def _linked_data(article: Article) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": article.published,
        "author": [{"@type": "Person", "name": article.author}],
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet},
    }
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def _weblog(article: Article) -> str:
    comments = "".join(
        f'<li class="comment"><cite class="fn">Reader {n}</cite><p>I saw it happen.</p></li>'
        for n in range(3)
    )
    body = f"""{_menu(article)}<div id="content"><article class="post hentry">
<header class="entry-header"><h1 class="entry-title">{escape(article.title)}</h1>
<div class="entry-meta"><time class="entry-date published" datetime="{article.published}">
{article.published[:10]}</time> <span class="author vcard"><a class="url fn n" rel="author"
href="/author/x/">{escape(article.author)}</a></span></div></header>
<div class="entry-content">{_paragraphs(article)}</div>
<footer class="entry-footer">Tags: <a rel="tag" href="/t">harbour</a></footer></article>
<div id="comments"><h2>3 comments</h2><ol>{comments}</ol></div></div>
<div id="secondary" class="widget-area">{_related(article, "Recent posts")}</div>
<footer>Proudly printed by {escape(article.outlet)}</footer>"""
    head = (
        f"<title>{escape(article.title)} – {escape(article.outlet)}</title>"
        f'<meta property="og:site_name" content="{escape(article.outlet)}">'
    )
    return _page(article, head, body)


def _hashed(article: Article) -> str:
    blocks = "".join(
        f'<div class="c-Zk3q" data-component="text"><p class="b-9f2">{escape(p)}</p></div>'
        + ('<div class="c-ad1"><span>Advertisement</span></div>' if n == 1 else "")
        for n, p in enumerate(article.paragraphs)
    )
    body = f"""{_menu(article)}<main><div class="c-Hw1"><h1>{escape(article.title)}</h1>
<div class="c-By7"><span>{escape(article.author)}</span></div></div>{blocks}
<section class="c-More">{_related(article, "More on this")}</section></main>
<footer>© {escape(article.outlet)}. All rights reserved. <a href="/terms">Terms</a></footer>"""
    return _page(article, f"<title>{escape(article.title)}</title>{_linked_data(article)}", body)


def _open_graph(article: Article) -> str:
    head = f"""<title>{escape(article.title)} | {escape(article.outlet)}</title>
<meta property="og:title" content="{escape(article.title)}">
<meta property="og:site_name" content="{escape(article.outlet)}">
<meta property="article:published_time" content="{article.published}">
<meta name="author" content="{escape(article.author)}">"""
    body = f"""{_menu(article)}<div id="main"><div class="article-header">
<h1>{escape(article.title)}</h1></div>
<div class="share-bar"><a href="#">Share</a> <a href="#">Print</a></div>
<div id="article-body" class="article-body">{_paragraphs(article)}</div>
<div class="newsletter"><p>Sign up for our newsletter and never miss a tide.</p></div>
{_related(article, "Most read")}</div><footer>Contact · Imprint · Privacy</footer>"""
    return _page(article, head, body)


def _microdata(article: Article) -> str:
    body = f"""{_menu(article)}<div itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">{escape(article.title)}</h1>
<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">
{escape(article.author)}</span></span>
<time itemprop="datePublished" datetime="{article.published}">{article.published[:10]}</time>
<span itemprop="publisher" itemscope itemtype="https://schema.org/Organization">
<meta itemprop="name" content="{escape(article.outlet)}"></span>
<div itemprop="articleBody">{_paragraphs(article)}</div></div>
{_related(article, "See also")}"""
    return _page(article, f"<title>{escape(article.title)}</title>", body)


def _tables(article: Article) -> str:
    links = "<br>".join(f'<a href="{n}.htm"><font size=1>Page {n}</font></a>' for n in range(6))
    text = "<br><br>\n".join(escape(p) for p in article.paragraphs)
    body = f"""<table width=760 cellpadding=4><tr><td colspan=2 bgcolor=navy><font color=white
size=5>{escape(article.outlet)}</font></td></tr><tr><td width=140 valign=top>{links}</td>
<td valign=top><font size=5><b>{escape(article.title)}</b></font><br><font size=2>
{text}</font></td></tr></table>"""
    head = (
        f"<title>{escape(article.title)}</title>"
        f'<meta name="date" content="{article.published[:10]}">'
        f'<meta name="author" content="{escape(article.author)}">'
        f'<meta name="application-name" content="{escape(article.outlet)}">'
    )
    return _page(article, head, body)


def _accelerated(article: Article) -> str:
    body = f"""<header><a href="/">{escape(article.outlet)}</a></header><article>
<h1>{escape(article.title)}</h1><amp-img src="/crane.jpg" width="600" height="400"></amp-img>
{_paragraphs(article)}<amp-ad width="300" height="250" type="x"></amp-ad></article>"""
    head = (
        f"<title>{escape(article.title)}</title>{_linked_data(article)}"
        '<link rel="canonical" href="https://news.example/a/quay">'
    )
    return _page(article, head, body, " amp")


def _printed(article: Article) -> str:
    body = f"""<div class="print"><p><b>{escape(article.outlet)}</b></p>
<h1>{escape(article.title)}</h1>{_paragraphs(article)}
<p>https://news.example/a/quay?print=1</p></div>"""
    head = (
        f"<title>{escape(article.title)}</title>{_linked_data(article)}"
        '<link rel="canonical" href="https://news.example/a/quay">'
    )
    return _page(article, head, body)


LAYOUTS: dict[str, Layout] = {
    "weblog": _weblog,
    "hashed": _hashed,
    "open-graph": _open_graph,
    "microdata": _microdata,
    "tables": _tables,
    "accelerated": _accelerated,
    "printed": _printed,
}
