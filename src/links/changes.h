// Changes told with their figures: "rose from 20 to 30", "a rise of 5 % to 12
// million" as one fact with from, to, delta and percent.
#pragma once
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

[[nodiscard]] std::vector<Change> find_changes(const Words& words, const Analysis& analysis);

}  // namespace fihris
