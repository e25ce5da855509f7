// Numbers that nothing is measured or counted by: cardinals, scores, ordinals.
// Silence is the rule here: what looks like a label, a name, a list mark, or a
// short word that has other meanings is left alone.
#pragma once
#include <vector>

#include "figures/amounts.h"

namespace fihris {

void add_bare(const Words& words, const Amount& amount, std::vector<FigureCandidate>& out);

}  // namespace fihris
