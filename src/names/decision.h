// The one place where lexicon, rules, tagger and figures meet. Candidates are
// taken likeliest first, longer before shorter; a name inside a figure yields
// to it ("dollars American"), a figure inside a name belongs to the name.
#pragma once
#include <vector>

#include "names/candidates.h"

namespace fihris {

// The candidates that stand, in text order, without overlaps. Figures that lie
// in a chosen name are removed from `figures`.
[[nodiscard]] std::vector<NameCandidate> choose_names(const NameContext& context, std::vector<NameCandidate> candidates,
                                                      std::vector<Figure>& figures);

}  // namespace fihris
