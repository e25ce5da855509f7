// Titles and roles beside a person (OCC): found only where a chosen person is,
// since the same words alone are everyday nouns. Runs after the decision.
#pragma once
#include <vector>

#include "names/candidates.h"

namespace fihris {

// Adds OCC candidates next to the persons among `chosen`, free of overlaps.
[[nodiscard]] std::vector<NameCandidate> find_titles(const NameContext& context,
                                                     const std::vector<NameCandidate>& chosen, bool parted);

// Takes out titles in sentences without a person: a title is a name's company.
void drop_lone_titles(const NameContext& context, std::vector<NameCandidate>& chosen);

}  // namespace fihris
