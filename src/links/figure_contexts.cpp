#include "links/figure_contexts.h"

namespace fihris {

void relate_figures(const Words&, Analysis&) {}

}  // namespace fihris
