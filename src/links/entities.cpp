#include "links/entities.h"

namespace fihris {

std::vector<Entity> resolve_entities(const View&, const Tokens&, std::vector<Mention>&) { return {}; }

}  // namespace fihris
