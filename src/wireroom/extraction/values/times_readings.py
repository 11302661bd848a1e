"""Which reading each kind of template and of phrase gets."""

from collections.abc import Mapping

from wireroom.extraction.values.times_absolute import (
    read_century,
    read_clock,
    read_day,
    read_daypart,
    read_days,
    read_decade,
    read_month,
    read_month_week,
    read_numeric,
    read_quarter,
    read_season,
    read_weekday,
    read_weekdays,
    read_year,
)
from wireroom.extraction.values.times_eras import read_hijri, read_jalali
from wireroom.extraction.values.times_lengths import (
    read_bare,
    read_duration,
    read_durations,
    read_half,
    read_phrase_duration,
    read_phrase_set,
    read_set,
    read_span,
)
from wireroom.extraction.values.times_match import Reading
from wireroom.extraction.values.times_relative import (
    read_after,
    read_ago,
    read_later,
    read_narrative,
    read_past,
    read_phrase_part,
    read_phrase_shift,
    read_reference,
    read_shift,
    read_weekend,
)

READINGS: Mapping[str, Reading] = {
    "day": read_day,
    "days": read_days,
    "numeric": read_numeric,
    "month": read_month,
    "monthweek": read_month_week,
    "year": read_year,
    "decade": read_decade,
    "century": read_century,
    "weekday": read_weekday,
    "weekdays": read_weekdays,
    "daypart": read_daypart,
    "hijri": read_hijri,
    "jalali": read_jalali,
    "shift": read_shift,
    "ago": read_ago,
    "after": read_after,
    "later": read_later,
    "duration": read_duration,
    "span": read_span,
    "durations": read_durations,
    "half": read_half,
    "bare": read_bare,
    "past": read_past,
    "narrative": read_narrative,
    "weekend": read_weekend,
    "quarter": read_quarter,
    "season": read_season,
    "set": read_set,
    "clock": read_clock,
}
PHRASES: Mapping[str, Reading] = {
    "shift": read_phrase_shift,
    "part": read_phrase_part,
    "reference": read_reference,
    "set": read_phrase_set,
    "duration": read_phrase_duration,
}
