// The one number reader: digits and number words, mixed, to a value. Every
// kind of figure calls it. It knows nothing of units, currencies or dates.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>

#include "figures/words.h"

namespace fihris {

inline constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

struct Number {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  FoldedSpan span;          // proclitics of the first word left out
  double value = kNoValue;  // NaN when vague
  double low = kNoValue;    // vague amounts: tens, hundreds, a few
  double high = kNoValue;
  bool digits = false;       // written in digits only (a scale word may follow)
  bool ordinal = false;      // the third, the twenty-first
  bool definite = false;     // first word carries the article
  bool scaled = false;       // ends in a scale word (thousand, million ...)
  double scale = 1;          // the value of that scale word
  bool several = false;      // "several": no number is meant
  bool fraction = false;     // half, two thirds: a share of what follows
  char16_t conjunction = 0;  // waw/fa cut off the first word
  char16_t preposition = 0;  // ba/lam/kaf cut off the first word
};

[[nodiscard]] std::optional<Number> read_cardinal(const Words& words, size_t token);
// The longest number that begins at a token; cardinals, or ordinals too.
[[nodiscard]] std::optional<Number> read_number(const Words& words, size_t token);

}  // namespace fihris
