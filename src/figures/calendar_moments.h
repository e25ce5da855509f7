// A moment is a date, a clock time, or both, or the stretch between two of
// them: what one DATE or TIME figure says. The readers here join the parts
// that calendar_grammar.h reads; they print nothing.
#pragma once
#include <optional>

#include "figures/calendar_grammar.h"

namespace fihris {

struct Moment {
  Extent extent;
  std::optional<DateItem> date;    // with its own `until` for "3 to 7 May"
  std::optional<ClockItem> clock;  // a clock time or a part of the day
  std::optional<DateValue> until_date;
  std::optional<Clock> until_clock;
  std::string_view rule;
};

// The longest moment or range of moments that begins at a token.
[[nodiscard]] std::optional<Moment> read_moment(const CalendarContext& c, size_t i);

}  // namespace fihris
