#!/usr/bin/env python3
"""Write and run the notebook on the early studies, in Dutch and English: docs/<language>/modules/early-studies.ipynb.

Every cell stands here once with both languages beside each other, so the two notebooks cannot drift apart:
prose as a pair, code with «Dutch|English» wherever words differ. Outputs are kept, times and local paths are not.
Needs nbclient, ipykernel and matplotlib.    Usage: notebooks.py [--check]      --check: exit 1 when text differs
"""
import argparse
import base64
import io
import pathlib
import re
import sys

import nbformat
from nbclient import NotebookClient
from PIL import Image

DOCS = pathlib.Path(__file__).resolve().parent.parent / "docs"
LANGUAGES = ("nl", "en")
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
CELLS = []


def prose(dutch, english):
    """A Markdown cell."""
    CELLS.append(({}, (dutch.strip(), english.strip())))


def code(source, alt=None):
    """A code cell; alt = the text alternative of its plot, Dutch and English."""
    CELLS.append(({"code": True, "alt": alt}, tuple(chosen(source.strip(), n) for n in range(2))))


def chosen(source, n):
    """The source with one side of each «Dutch|English»."""
    return re.sub(r"«([^|»]*)\|([^»]*)»", lambda m: m.group(n + 1), source)


prose("""
# De cijfers achter de vroege studies

Eén gesprek komt het vaakst voor, hoor je. En 78 procent is tevreden, en 88 procent gaat vooruit. Hier leggen we die cijfers naast elkaar. Dit hoort bij de module [De cijfers, eerlijk verteld](../evidence/).

Je hoeft niet te kunnen programmeren. Elk grijs blok rekent iets kleins uit; de uitkomst staat eronder. Een regel die begint met `#` is uitleg voor jou.
""", """
# The figures behind the early studies

One session is the most common number, you will hear. And 78 per cent are content, and 88 per cent improve. Here we lay those figures side by side. This belongs to the module [The evidence, honestly](../evidence/).

You need not know how to programme. Each grey block works out something small; the answer stands below it. A line that starts with `#` is an explanation for you.
""")

prose("""
## Drie vragen bij elk cijfer

1. **Een deel van wat?** Van alle cliënten, of van wie de telefoon opnam?
2. **Wat is er gemeten?** Opkomst (hoe vaak iemand kwam), tevredenheid, of verbetering. Dat zijn drie verschillende dingen.
3. **Hoe zeker is het cijfer zelf?** *Bevestigd*: we zagen het bij de bron. *Bijgesteld*: een latere bron geeft het anders dan het boek van Van Empel. *Niet nagegaan*: we kennen het alleen van horen zeggen.

De namen achter "bron" staan in de [literatuurlijst](../../references/).
""", """
## Three questions for every figure

1. **A share of what?** Of all clients, or of those who answered the telephone?
2. **What was measured?** Attendance (how often someone came), satisfaction, or improvement. Those are three different things.
3. **How sure is the figure itself?** *Confirmed*: we saw it at its source. *Amended*: a later source gives it differently from Van Empel's book. *Unverified*: we know it from hearsay only.

The names after "source" are in the [list of references](../../references/).
""")

code("""
# «Per studie: naam, cijfer en basis, wat is gemeten, bron, status, let op|For each study: name, figure and base, measured, source, status, mind»
studies = [
    ("«Tellingen uit 1957-1979|Counts from 1957-1979»",
     "«20-50% van de cliënten, over verschillende studies|20-50% of clients, across several studies»",
     "«opkomst: kwam één keer|attendance: came once»",
     "kogan-1957, spoerl-1975, bloom-1975, koss-1979", "«bijgesteld|amended»",
     "«Het boek geeft dit als uitkomst van Bloom alleen.|The book gives this as the result of Bloom alone.»"),
    ("«Malan, Londen, gezien in 1962-1966|Malan, London, seen in 1962-1966»",
     "«51% van 45 mensen die één keer kwamen|51% of 45 people seen once»",
     "«verbetering: minder klachten|improvement: in symptoms»",
     "malan-1968, malan-1975", "«bijgesteld|amended»",
     "«Bronnen noemen de groep verschillend. Origineel niet gelezen.|Sources describe the group differently. Original not read.»"),
    ("«Kaiser, Noord-Californië, 1983-1988|Kaiser, northern California, 1983-1988»",
     "«30% van ruim 100.000 contacten|30% of more than 100,000 contacts»",
     "«opkomst: kwam één keer|attendance: came once»",
     "van-empel-sst, talmon-2012", "«bijgesteld|amended»",
     "«Het boek drukt 1938-1988. De 30% staat alleen daar.|The book prints 1938-1988. The 30% stands there only.»"),
    ("«Talmon belt mensen na één gesprek|Talmon phones people after one session»",
     "«78% van 200 gebelde mensen|78% of 200 people phoned»",
     "«tevredenheid: kreeg wat nodig was|satisfaction: got what they wanted»",
     "talmon-1990", "«niet nagegaan|unverified»",
     "«Niet van alle cliënten. Talmon belde de mensen van zijn eigen lijst.|Not of all clients. Talmon phoned people from his own list.»"),
    ("«Geplande studie bij Kaiser: de keuze|Planned study at Kaiser: the choice»",
     "«ongeveer 59% van 58 mensen|about 59% of 58 people»",
     "«opkomst: koos voor één gesprek|attendance: chose one session»",
     "talmon-1990", "«bijgesteld|amended»",
     "«Het boek geeft 58% van 60. Geen controlegroep.|The book gives 58% of 60. No control group.»"),
    ("«Geplande studie bij Kaiser: daarna|Planned study at Kaiser: afterwards»",
     "«ongeveer 88%; de basis verschilt per bron|about 88%; the base differs by source»",
     "«verbetering, volgens de mensen zelf|improvement, as people said themselves»",
     "talmon-1990", "«bijgesteld|amended»",
     "«Eén bron geeft 88% in beide groepen, dus ook na meer gesprekken.|One source has 88% in both groups, so after more sessions too.»"),
    ("«Weir, Victoria (Australië), 2002-2005|Weir, Victoria (Australia), 2002-2005»",
     "«42% één, 18% twee, 10% drie keer; 115.206 cliënten|42% once, 18% twice, 10% three times; 115,206 clients»",
     "«opkomst|attendance»",
     "weir-2008, young-2012, van-empel-sst", "«niet nagegaan|unverified»",
     "«Het rapport bestaat. De cijfers kennen we uit het boek.|The report exists. The figures we know from the book.»"),
    ("«Abel, jongeren van 12-17 jaar, VS|Abel, young people aged 12-17, US»",
     "«23,36% van 1.601 jongeren|23.36% of 1,601 young people»",
     "«opkomst: stopte na één of twee keer|attendance: ended after one or two»",
     "abel-2020", "«bevestigd|confirmed»",
     "«Zegt iets over duur, niets over baat.|About length, not about benefit.»"),
]
labels = ["«cijfer|figure»", "«gemeten|measured»", "«bron|source»", "«status|status»", "«let op|mind»"]
for study in studies:
    print(study[0])
    for label, text in zip(labels, study[1:]):
        print(f"   {label:9}{text}")
    print()
""")

prose("""
Van de acht regels gaan er vijf over opkomst. Wie één keer kwam, kan geholpen zijn. Het kan ook tegengevallen zijn, of de bus reed niet. De telling weet dat niet.

## Modus of meerderheid?

Het aantal dat het vaakst voorkomt heet de *modus*. Een *meerderheid* is meer dan de helft. Bij Weir zie je het verschil.
""", """
Five of the eight entries are about attendance. Someone who came once may have been helped. They may also have been let down, or missed the bus. The count cannot tell.

## Mode or majority?

The number that occurs most often is called the *mode*. A *majority* is more than half. Weir's figures show the difference.
""")

code("""
import matplotlib.pyplot as plt

# «De kleuren van de cursus|The colours of the course»
green, rust, grey = "#00544d", "#b4552d", "#5b6b70"
plt.rcParams.update({"figure.dpi": 100, "font.size": 11,
                     "axes.spines.top": False, "axes.spines.right": False})

# «Hoe vaak iemand kwam, en welk deel van de 115.206 cliënten dat was|How often someone came, and which share of the 115,206 clients»
times = ["«één keer|once»", "«twee keer|twice»", "«drie keer|three times»", "«vier keer\\nof vaker|four times\\nor more»"]
share = [42, 18, 10, 100 - 42 - 18 - 10]

fig, ax = plt.subplots(figsize=(6.4, 3.4))
bars = ax.bar(times, share, width=0.65, color=[green, grey, grey, "white"],
              edgecolor=[green, grey, grey, grey], linewidth=1.5)
bars[3].set_linestyle("--")  # «deze staaf telt alle hogere aantallen op|this bar adds up all higher numbers»
ax.bar_label(bars, labels=[f"{s}%" for s in share], padding=3, weight="bold")
ax.axhline(50, color=rust, linewidth=1.5, linestyle=":")
ax.text(3.45, 51, "«meerderheid|majority»", color=rust, ha="right")
ax.set_ylim(0, 60)
ax.set_ylabel("«procent van 115.206 cliënten|per cent of 115,206 clients»")
plt.show()
""", (
    "Staafdiagram: 42 procent kwam één keer, 18 twee keer, 10 drie keer, 30 vier keer of vaker, van 115.206 cliënten. Geen staaf haalt de lijn van 50 procent.",
    "Bar chart: 42 per cent came once, 18 twice, 10 three times, 30 four times or more, of 115,206 clients. No bar reaches the line of 50 per cent.",
))

prose("""
Je ziet dat één keer het vaakst voorkomt (42%), maar onder de helft blijft; de gestreepte staaf telt alle aantallen vanaf vier bij elkaar op.
""", """
The plot shows that once is the most common (42%) yet stays below half; the dashed bar adds up all numbers from four upwards.
""")

code("""
clients = 115206

# «Hoeveel mensen zijn dat, op honderd afgerond?|How many people is that, rounded to a hundred?»
once = round(clients * 42 / 100, -2)
again = round(clients * (100 - 42) / 100, -2)
print("«één keer:         ongeveer|once:             about»", f"{once:,.0f}"«.replace(",", ".")|»)
print("«vaker dan één:    ongeveer|more than once:   about»", f"{again:,.0f}"«.replace(",", ".")|»)

# «Kan een ander aantal toch vaker voorkomen? Dan moet het boven 42% uitkomen.|Could another number be more common after all? It would need over 42%.»
print("«hoogste ander aantal: hooguit|highest other number: at most»", max(share[1:]), "%")
""")

prose("""
Zelfs als iedereen uit de laatste staaf precies even vaak kwam, blijft dat op 30 procent steken. In deze cijfers is één dus zeker de modus. En toch kwamen de meeste mensen vaker.

## Past het op hele mensen?

Een percentage van een kleine groep kun je narekenen. Mensen komen niet in tienden.
""", """
Even if everyone in the last bar had come exactly the same number of times, that would stop at 30 per cent. So in these figures one certainly is the mode. And still most people came more often.

## Does it fit whole people?

A percentage of a small group can be checked. People do not come in tenths.
""")

code("""
# «Percentage, groep, en waar het cijfer staat|Percentage, group, and where the figure stands»
claims = [
    (58, 60, "«geplande studie, zoals het boek die geeft|planned study as the book gives it»"),
    (51, 45, "Malan"),
    (78, 200, "«Talmon, gebelde mensen|Talmon, people phoned»"),
    (23.36, 1601, "Abel"),
]
for percent, people, name in claims:
    print(f"{percent}% «van|of» {people} = {percent * people / 100:.2f} «mensen|people»   ({name})"«.replace(".", ",")|»)

# «En de geplande studie met 58 mensen?|And the planned study with 58 people?»
print(f"34 «van|of» 58 = {34 / 58 * 100:.1f}%"«.replace(".", ",")|»)
""")

prose("""
Bij 60 mensen kom je op 34,8. Zo'n aantal bestaat niet. Het kunnen er 35 zijn (58,3%, naar beneden afgerond), maar een latere bron noemt 58 mensen en 59 procent, en daar past 34 van 58 bij. Dat is onze gevolgtrekking; het origineel lazen we niet. Daarom schrijven we "58 mensen, ongeveer 59 procent". De andere drie komen vrijwel op hele mensen uit: 23, 156 en 374.
""", """
With 60 people you get 34.8. There is no such number of people. It may have been 35 (58.3%, rounded down), but a later source has 58 people and 59 per cent, and 34 of 58 fits that. This is our inference; we did not read the original. Hence we write "58 people, about 59 per cent". The other three come out at whole people, or nearly so: 23, 156 and 374.
""")

prose("""
## Een deel van wat?

Nu alle cijfers onder elkaar. De vorm zegt wat er gemeten is, de kleine letters zeggen waarvan het een deel is.
""", """
## A share of what?

Now all the figures in one list. The shape says what was measured, the small print says what it is a share of.
""")

code("""
# «Naam, deel van wat, procent, wat is gemeten|Name, share of what, per cent, what was measured»
rows = [
    ("«Abel: één of twee keer|Abel: one or two»", "«van 1.601 jongeren|of 1,601 young people»", 23.36, "«opkomst|attendance»"),
    ("«Kaiser: één keer|Kaiser: once»", "«van ruim 100.000 contacten|of over 100,000 contacts»", 30, "«opkomst|attendance»"),
    ("«Weir: één keer|Weir: once»", "«van 115.206 cliënten|of 115,206 clients»", 42, "«opkomst|attendance»"),
    ("«Gepland: koos er één|Planned: chose one»", "«van 58 mensen|of 58 people»", 59, "«opkomst|attendance»"),
    ("«Gebeld: kreeg wat nodig was|Phoned: got what they wanted»", "«van 200 gebelde mensen|of 200 people phoned»", 78, "«tevredenheid|satisfaction»"),
    ("«Malan: minder klachten|Malan: symptoms improved»", "«van 45 mensen|of 45 people»", 51, "«verbetering|improvement»"),
    ("«Gepland: zegt dat het beter gaat|Planned: say they improved»", "«basis verschilt per bron|base differs by source»", 88, "«verbetering|improvement»"),
]
looks = {"«opkomst|attendance»": ("o", green), "«tevredenheid|satisfaction»": ("s", rust), "«verbetering|improvement»": ("^", grey)}

fig, ax = plt.subplots(figsize=(5.8, 4.9))
ax.plot([20, 50], [0, 0], color=green, linewidth=5, solid_capstyle="round")
ax.text(-3, 0, "«Tellingen 1957-1979: één keer\\nvan cliënten, meer studies|Counts 1957-1979: once\\nof clients, several studies»", ha="right", va="center", fontsize=9.5)
ax.text(53, 0, "20-50%", va="center", weight="bold")
for place, (name, base, percent, kind) in enumerate(rows, start=1):
    marker, colour = looks[kind]
    ax.scatter(percent, place, marker=marker, color=colour, s=90, zorder=3)
    ax.text(percent + 3, place, f"{percent:.0f}%", va="center", weight="bold")
    ax.text(-3, place, f"{name}\\n{base}", ha="right", va="center", fontsize=9.5)
for kind, (marker, colour) in looks.items():
    ax.scatter([], [], marker=marker, color=colour, s=70, label=kind)
ax.legend(loc="upper center", bbox_to_anchor=(0.25, 1.12), ncols=3, frameon=False)
ax.set_xlim(0, 100)
ax.set_yticks([])
ax.spines["left"].set_visible(False)
ax.grid(axis="x", color="#e3e8e7")
ax.invert_yaxis()
ax.set_xlabel("«procent|per cent»")
plt.show()
""", (
    "Puntendiagram. Opkomst: tellingen 20 tot 50 procent, Abel 23, Kaiser 30, Weir 42, geplande studie 59. Tevredenheid: gebelde mensen 78. Verbetering: Malan 51, geplande studie 88. Bij elk punt staat de basis.",
    "Dot plot. Attendance: counts 20 to 50 per cent, Abel 23, Kaiser 30, Weir 42, planned study 59. Satisfaction: people phoned 78. Improvement: Malan 51, planned study 88. Each point has its base beside it.",
))

prose("""
Je ziet dat opkomst tussen 20 en 59 procent ligt, en dat de hoge cijfers (78 en 88) iets anders meten, bij een andere groep: je kunt ze niet met elkaar vergelijken en niet optellen.
""", """
The plot shows that attendance lies between 20 and 59 per cent, and that the high figures (78 and 88) measure something else, in another group: they can be neither compared nor added up.
""")

prose("""
## Hoe breed is "ongeveer"?

Bij een kleine groep had het cijfer ook anders kunnen uitvallen. Het interval van Wilson zegt welke percentages redelijk bij de telling passen. Hoe meer mensen, hoe smaller het interval. Abel staat erbij om een grote groep te laten zien.
""", """
## How wide is "about"?

In a small group the figure might well have come out differently. Wilson's interval says which percentages fit the count reasonably well. The more people, the narrower the interval. Abel is added to show a large group.
""")

code("""
def wilson(count, people, z=1.96):
    # «z = 1,96 hoort bij 95 procent|z = 1.96 goes with 95 per cent»
    p = count / people
    middle = (p + z**2 / (2 * people)) / (1 + z**2 / people)
    half = z / (1 + z**2 / people) * (p * (1 - p) / people + z**2 / (4 * people**2)) ** 0.5
    return middle - half, middle + half

groups = [("Malan", 23, 45), ("«Geplande studie|Planned study»", 34, 58),
          ("«Talmon, gebeld|Talmon, phoned»", 156, 200), ("Abel", 374, 1601)]
for name, count, people in groups:
    low, high = wilson(count, people)
    print(f"{name:16} {count:3} «van|of» {people:4} = {count / people:3.0%}   «tussen|between» {low:.0%} «en|and» {high:.0%}")
""")

code("""
fig, ax = plt.subplots(figsize=(6.4, 2.9))
for place, (name, count, people) in enumerate(groups):
    low, high = wilson(count, people)
    colour = grey if name == "Abel" else green
    ax.plot([low * 100, high * 100], [place, place], color=colour, linewidth=5, solid_capstyle="round")
    ax.scatter(count / people * 100, place, color="white", edgecolor=colour, s=70, linewidth=2, zorder=3)
ax.axvline(50, color=rust, linewidth=1.5, linestyle=":")
ax.set_ylim(-0.6, 3.6)
ax.set_yticks(range(4), [f"{name}\\n{count} «van|of» {people}" for name, count, people in groups])
ax.set_xlim(0, 100)
ax.set_xlabel("«procent, met interval van 95 procent|per cent, with 95 per cent interval»")
ax.invert_yaxis()
plt.show()
""", (
    "Intervallen van 95 procent: Malan 37 tot 65, geplande studie 46 tot 70, Talmon 72 tot 83, Abel 21 tot 25 procent. Een stippellijn staat bij 50.",
    "Intervals of 95 per cent: Malan 37 to 65, planned study 46 to 70, Talmon 72 to 83, Abel 21 to 25 per cent. A dotted line stands at 50.",
))

prose("""
Je ziet dat de kleine groepen van Malan en van de geplande studie een breed interval hebben, dat aan beide kanten van de helft ligt; bij Abel is het smal.

Het interval rekent alleen met toeval. Het weet niets van wie de telefoon niet opnam, van beleefde antwoorden of van een cijfer dat onderweg veranderde. In het echt is de onzekerheid dus groter. En smal is niet hetzelfde als waar.
""", """
The plot shows that the small groups, Malan's and the planned study's, have a wide interval that lies on both sides of one half; Abel's is narrow.

The interval reckons with chance alone. It knows nothing of people who did not answer the telephone, of polite answers, or of a figure that changed on its way. So the real uncertainty is larger. And narrow is not the same as true.
""")

prose("""
## Zo kun je het zeggen

- **Wel:** "In veel tellingen komt één keer het vaakst voor. Dat zegt nog niet of mensen geholpen waren."
- **Wel:** "In een kleine studie zonder controlegroep koos ongeveer 59 procent van 58 mensen voor één gesprek."
- **Niet:** "Tachtig procent is na één gesprek geholpen." Dat cijfer gaat over iets anders.
- **Niet:** "Het is bewezen." Veelbelovend is het wel.

## Probeer het nu

Kies een cijfer dat je zelf weleens noemt. Schrijf in één zin op waarvan het een deel is, wat er gemeten is en wie het zegt. Lukt dat niet, zoek het dan eerst op.
""", """
## How you might put it

- **Do say:** "In many counts, coming once is the most common. That does not yet tell whether people were helped."
- **Do say:** "In a small study without a control group about 59 per cent of 58 people chose one session."
- **Don't say:** "Eighty per cent are helped after one session." That figure is about something else.
- **Don't say:** "It has been proven." Promising it is.

## Try it now

Take a figure you sometimes mention yourself. Write in one sentence what it is a share of, what was measured and who says so. If you cannot, look it up first.
""")


def notebook(n):
    """The notebook in language n, run from top to bottom."""
    book = nbformat.v4.new_notebook(metadata=METADATA)
    for place, (kind, sources) in enumerate(CELLS, start=1):
        make = nbformat.v4.new_code_cell if kind else nbformat.v4.new_markdown_cell
        metadata = {"alt": kind["alt"][n]} if kind.get("alt") else {}
        book.cells.append(make(sources[n], id=f"cell-{place:02}", metadata=metadata))
    NotebookClient(book, timeout=120, kernel_name="python3", record_timing=False, coalesce_streams=True).execute()
    for output in (o for c in book.cells for o in c.get("outputs", [])):
        if "image/png" in output.get("data", {}):
            output.data["image/png"] = slim(output.data["image/png"])
    book.metadata = nbformat.from_dict(METADATA)  # the kernel adds its own version
    return book


def slim(png):
    """A plot in few colours: a third of the bytes, the same to the eye."""
    small = io.BytesIO()
    Image.open(io.BytesIO(base64.b64decode(png))).convert("RGB").quantize(32).save(small, "PNG", optimize=True)
    return base64.b64encode(small.getvalue()).decode("ascii")


def spoken(book):
    """What a reader reads: sources and text outputs, without the pictures' bytes."""
    return [(c.source, [o.get("text", o.get("data", {}).get("text/plain")) for o in c.get("outputs", [])]) for c in book.cells]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when text or text output differs")
    check, stale = parser.parse_args().check, 0
    for n, language in enumerate(LANGUAGES):
        path, book = DOCS / language / "modules" / "early-studies.ipynb", notebook(n)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(book, path)
        elif spoken(book) != spoken(nbformat.read(path, as_version=4)):
            print(f"{path}: out of date")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
