// A bare dirham or dinar whose country the figures room did not see named takes
// it from the names: a minister, a city or a ministry tells whose news this is
// as well. Figures with a country of their own are left alone.
#pragma once
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

void settle_currencies(const Words& words, const std::vector<Mention>& mentions, std::vector<Figure>& figures);

}  // namespace fihris
