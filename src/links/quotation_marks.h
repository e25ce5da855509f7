// Which words stand between quotation marks. Arabic news mixes guillemets,
// curly and straight marks, nests them and forgets to close them; where shape
// and spacing disagree, spacing says whether a mark opens or closes. What the
// words are (speech, a title, irony) is for the rooms of quotes to say.
#pragma once
#include <cstdint>
#include <limits>
#include <vector>

#include "text/tokens.h"

namespace fihris {

inline constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

// Tokens (open, end) stand inside the marks `open` and `end`; where nobody
// closed the mark, `end` is the end of its line.
struct Quotation {
  uint32_t open = 0;
  uint32_t end = 0;
  uint32_t words = 0;  // words, numbers and Latin runs inside
  bool closed = false;

  [[nodiscard]] uint32_t next() const { return closed ? end + 1 : end; }  // first token behind it
};

// The outermost ones in text order; they do not overlap.
[[nodiscard]] std::vector<Quotation> find_quotations(const View& view, const Tokens& tokens);

[[nodiscard]] bool is_quotation_mark(char16_t c);

}  // namespace fihris
