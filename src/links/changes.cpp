#include "links/changes.h"

namespace fihris {

std::vector<Change> find_changes(const Words&, const Analysis&) { return {}; }

}  // namespace fihris
