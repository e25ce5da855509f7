// What a fact-checker would ask about: sums, percentages, weekdays and ages that
// do not fit, one quantity told twice differently, text doubled by copying. Each
// check names its evidence and how sure it is, and is silent when in doubt.
#pragma once
#include <optional>
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

// `published`: the day that ages told without another count to.
[[nodiscard]] std::vector<Check> find_checks(const Words& words, const Analysis& analysis,
                                             const std::optional<Day>& published);

}  // namespace fihris
