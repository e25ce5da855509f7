// Hedges beside a figure: "about", "more than", "at least". They are read on
// both sides of the finished span and never change it or its value.
#pragma once
#include "figures/words.h"
#include "findings.h"

namespace fihris {

[[nodiscard]] Hedge read_hedge(const Words& words, uint32_t first, uint32_t last);

}  // namespace fihris
