// Who said what: direct quotes between marks with a speaker, and indirect ones
// after a reporting verb with an/inna. It adds no mention of its own.
#pragma once
#include <vector>

#include "findings.h"
#include "text/tokens.h"

namespace fihris {

[[nodiscard]] std::vector<Quote> find_quotes(const View& view, const Tokens& tokens,
                                             const std::vector<Mention>& mentions);

}  // namespace fihris
