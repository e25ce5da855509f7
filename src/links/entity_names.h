// From mentions that are one to the entity a reader sees: its best name, its
// aliases, its country and Latin name.
#pragma once
#include <vector>

#include "links/name_classes.h"

namespace fihris {

// `tops`: by mention, the class its entity is made of. Sets Mention::entity;
// entities come in order of first mention.
[[nodiscard]] std::vector<Entity> make_entities(const NameClasses& names, const std::vector<uint32_t>& tops,
                                                std::vector<Mention>& mentions);

}  // namespace fihris
