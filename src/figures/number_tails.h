// What may stand after the whole part of a number, or instead of it: fractions,
// decimals in words, "and a half", "and a bit", vague amounts, ordinals. Each
// reader takes a token, returns a value and the token after it, and leaves the
// number alone where its words are not there.
#pragma once
#include <optional>

#include "figures/number_sums.h"
#include "figures/numbers.h"

namespace fihris {

struct Part {
  double value = 0;
  uint32_t last = 0;
};

// half, two thirds, three quarters. `first`: any proclitics before it;
// otherwise the conjunction exactly where `joined` says.
[[nodiscard]] std::optional<Part> read_fraction(const Words& words, size_t token, bool first, bool joined);
// 3/4, 1 4/5.
[[nodiscard]] std::optional<Number> read_digit_fraction(const Words& words, size_t token);
// tens, hundreds of thousands, a few million.
[[nodiscard]] std::optional<Number> read_vague(const Words& words, size_t token);
[[nodiscard]] std::optional<Number> read_ordinal(const Words& words, size_t token);

void read_decimals(const Words& words, Number& number);   // three point eight
void read_remainder(const Words& words, Number& number);  // a million and a half; less a quarter
void read_bit(const Words& words, Number& number);        // twenty and a bit
// "seven and nine of ten" is 7.9: the decimals are counted in tenths, hundredths ...
void read_tenths(const Words& words, size_t token, Number& number);

// The letters waw, ba, lam ... glued before digits as tokens of their own.
void set_glued_letters(const Words& words, Number& number);
[[nodiscard]] bool has_tanwin(const Words& words, size_t token);

}  // namespace fihris
