// Which date governs a clause's figures ("in 2020 the fund spent 1.2 billion").
// A date inside a noun ("the budget of 2023") or of a verb of telling ("said on
// Tuesday that") governs none; with two dates each takes the figure before it.
#pragma once
#include "links/clauses.h"

namespace fihris {

void relate_dates(const Clauses& c, Analysis& analysis);

}  // namespace fihris
