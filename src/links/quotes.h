// Who said what: direct quotes between quotation marks with their speaker, and
// indirect speech after a reporting verb ("he said that ..."). Quotation marks
// without a speaker (titles, scare quotes) are not quotes.
#pragma once
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

[[nodiscard]] std::vector<Quote> find_quotes(const Words& words, const Analysis& analysis);

}  // namespace fihris
