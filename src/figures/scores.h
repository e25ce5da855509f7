// Scores told otherwise than "3-1": with a slash beside a word of match reports
// ("beat them 4 / 2"), or in goals without a number ("by two goals to one").
#pragma once
#include <vector>

#include "figures/candidates.h"

namespace fihris {

void find_scores(const Words& words, std::vector<FigureCandidate>& out);

}  // namespace fihris
