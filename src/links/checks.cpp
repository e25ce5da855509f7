#include "links/checks.h"

namespace fihris {

std::vector<Check> find_checks(const Words&, const Analysis&) { return {}; }

}  // namespace fihris
