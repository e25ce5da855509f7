// Figures: every amount, share, measure, count, date, time, duration and age
// with its value. One file per kind proposes candidates; this one lets them
// compete and returns what stands, in text order, without overlaps.
#pragma once
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

[[nodiscard]] std::vector<Figure> find_figures(const Words& words, const Options& options);

}  // namespace fihris
