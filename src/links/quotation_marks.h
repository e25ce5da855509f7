// Quotation marks in pairs: straight, curly, pointed and mixed, as news writes
// them. Which mark opens and which closes is told by the spaces around it rather
// than by its shape, for editors turn both round; a text may run over several
// lines between them. It does not judge what the marks are for.
#pragma once
#include <vector>

#include "figures/words.h"

namespace fihris {

struct QuotedRun {
  uint32_t open = 0;   // token of the opening mark
  uint32_t close = 0;  // token of the closing mark, or the one after the last word where none closes
  uint32_t words = 0;  // words, numbers and Latin runs between them
};

// In text order, without overlaps; a pair inside another belongs to the outer one.
[[nodiscard]] std::vector<QuotedRun> find_quoted_runs(const Words& words);

}  // namespace fihris
