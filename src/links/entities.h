// Which mentions name the same thing: entities with their fullest name,
// aliases, country and roles (titles met beside a person). It changes no span.
#pragma once
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

// Sets Mention::entity and returns the entities in order of first mention.
[[nodiscard]] std::vector<Entity> resolve_entities(const Words& words, std::vector<Mention>& mentions);

}  // namespace fihris
