// Whose role it is: a title goes to the person it stands before or, behind a
// comma, after. Only names, small words and adjectives may stand between.
#pragma once
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

void add_roles(const Words& words, const std::vector<Mention>& mentions, std::vector<Entity>& entities);

}  // namespace fihris
