// What a fact-checker would ask about: sums, percentages, weekdays and ages that
// do not fit, one quantity told twice differently, text doubled by copying. Each
// check names its evidence and how sure it is, and is silent when in doubt.
#pragma once
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

[[nodiscard]] std::vector<Check> find_checks(const Words& words, const Analysis& analysis);

}  // namespace fihris
