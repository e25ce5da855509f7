// Dates, times, durations and ages: every calendar expression of a text as a
// candidate figure with its TIMEX3 value, resolved against the publication
// date where there is one. The readers in calendar_grammar.h read the parts;
// this joins a day with its hour and the two ends of a range, and prints them.
// It does not compete with other kinds of figures: that is choose_figures.
#pragma once
#include <optional>
#include <vector>

#include "figures/candidates.h"

namespace fihris {

void find_calendar(const Words& words, const std::optional<Day>& published, std::vector<FigureCandidate>& out);

}  // namespace fihris
