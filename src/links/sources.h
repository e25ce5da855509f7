// Whom a figure is attributed to: the quote it stands in, with its speaker, or
// what "according to" names in its sentence.
#pragma once
#include "links/clauses.h"

namespace fihris {

void relate_sources(const Clauses& c, Analysis& analysis);

}  // namespace fihris
