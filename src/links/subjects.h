// What a clause says its figures of: the subject of its verb ("the fund spent
// 1.2 billion" -> the fund), of its verb of change, or what somebody raises or
// cuts. Silent where the phrase is not clear.
#pragma once
#include "links/clauses.h"

namespace fihris {

void relate_subjects(const Clauses& c, Analysis& analysis);

}  // namespace fihris
