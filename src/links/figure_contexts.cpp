#include "links/figure_contexts.h"

#include "links/clauses.h"
#include "links/governing_dates.h"
#include "links/sources.h"
#include "links/subjects.h"

namespace fihris {

void relate_figures(const Words& words, Analysis& analysis) {
  if (analysis.figures.empty()) return;
  for (uint32_t i = 0; i < analysis.changes.size(); ++i) {
    const Change& change = analysis.changes[i];
    for (const auto& part : {change.from, change.to, change.delta, change.percent})
      if (part) analysis.figures[*part].change = i;
  }
  const Clauses clauses(words, analysis);
  relate_subjects(clauses, analysis);
  relate_dates(clauses, analysis);
  relate_sources(clauses, analysis);
}

}  // namespace fihris
