// Figures: every amount, share, measure, count, date, time, duration and age
// with its value. One file per kind proposes candidates; this one lets them
// compete and returns what stands, in text order, without overlaps.
#pragma once
#include <vector>

#include "findings.h"
#include "text/tokens.h"

namespace fihris {

[[nodiscard]] std::vector<Figure> find_figures(const View& view, const Tokens& tokens, const Options& options);

}  // namespace fihris
