"""Tables of office documents: a row becomes a line, its cells parted by bars."""

from collections.abc import Callable

from wireroom.reading.writing import Block

_BETWEEN = " | "


class Tables:
    """Gives paragraphs on to ``write``: those outside tables as they come, rows as they end.

    A row in which only one cell says something is no row of a table but a way to lay out the page:
    its paragraphs stay paragraphs. A table inside a cell becomes paragraphs of the cell.
    """

    def __init__(self, write: Callable[[Block], None]) -> None:
        self._write = write
        self._rows: list[list[list[Block]]] = []  # rows under way, one inside the other
        self._cells: list[list[Block]] = []

    def write(self, block: Block) -> None:
        """A paragraph, wherever this place is."""
        if not block.has_words:
            return
        if self._cells:
            self._cells[-1].append(block)
        else:
            self._write(block)

    def begin_row(self) -> None:
        self._rows.append([])

    def begin_cell(self) -> None:
        self._cells.append([])

    def end_cell(self) -> None:
        if self._cells:
            cell = self._cells.pop()
            if self._rows:
                self._rows[-1].append(cell)

    def end_row(self) -> None:
        if not self._rows:
            return
        cells = self._rows.pop()
        saying = [cell for cell in cells if cell]
        if len(saying) == 1:
            for block in saying[0]:
                self.write(block)
        elif saying:
            self.write(_joined(cells))


def _joined(cells: list[list[Block]]) -> Block:
    """One line of a row. Empty cells at its end are left out, others keep their place."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    row = Block()
    for number, cell in enumerate(cells):
        if number:
            row.add(_BETWEEN)
        for count, block in enumerate(cell):
            row.take(block, " " if count else "")
    return row
