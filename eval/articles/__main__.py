"""Prints how well article pages are read: python -m eval.articles."""

import sys

from eval.articles.scoring import FIELDS, score

if __name__ == "__main__":
    for layout, row in score().items():
        told = "  ".join(f"{field} {row.right[field]:.2f}" for field in FIELDS)
        sys.stdout.write(
            f"{layout:12} text F1 {row.ours:.3f} (trafilatura {row.trafilatura:.3f})  {told}\n"
        )
