// The article's dated facts in order of time, resolved dates first; dates that
// nothing resolves keep the order of the text.
#pragma once
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

[[nodiscard]] std::vector<Event> make_timeline(const Words& words, const Analysis& analysis);

}  // namespace fihris
