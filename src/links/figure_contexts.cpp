#include "links/figure_contexts.h"

namespace fihris {

void relate_figures(const Words&, Analysis& analysis) {
  for (uint32_t i = 0; i < analysis.changes.size(); ++i) {
    const Change& change = analysis.changes[i];
    for (const auto& part : {change.from, change.to, change.delta, change.percent})
      if (part) analysis.figures[*part].change = i;
  }
}

}  // namespace fihris
