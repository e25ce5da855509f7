// Shares and multiples: "half the people", "one of every five", "three times".
// They are read from neighbouring amounts; a half before a unit is a measure
// and is read there.
#pragma once
#include <vector>

#include "figures/amounts.h"

namespace fihris {

void find_ratios(const Words& words, const std::vector<Amount>& amounts, std::vector<FigureCandidate>& out);

}  // namespace fihris
