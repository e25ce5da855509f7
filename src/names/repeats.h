// A name seen clearly once is known afterwards: its other occurrences in the
// document, and a person's surname alone. Runs after the decision, and only
// where nothing was chosen.
#pragma once
#include <vector>

#include "names/candidates.h"

namespace fihris {

[[nodiscard]] std::vector<NameCandidate> find_repeats(const NameContext& context,
                                                      const std::vector<NameCandidate>& chosen,
                                                      const std::vector<Figure>& figures);

}  // namespace fihris
