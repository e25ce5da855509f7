// Whole numbers as Arabic builds them: groups below a thousand, scale words
// that multiply them, terms that "wa" adds in falling order. Values only grow
// by these rules; fractions, decimals, signs and vague amounts are added by
// numbers.cpp on top. Every read is bounded, so nasty input stays linear.
#pragma once
#include <cstdint>
#include <optional>

#include "figures/number_words.h"

namespace fihris {

struct Sum {
  double value = 0;
  double scale = 1;   // scale of its last term: 1, thousand, million ...
  double factor = 0;  // what multiplies that scale in the last term
  uint32_t last = 0;  // one past its last token
  uint32_t terms = 0;
  bool digits = false;    // all of it in digits
  bool decimals = false;  // the digits had a decimal part
};

// Where the term after "wa" begins: its token, and whether the letter is glued
// to the word (then it is in that word's reading) or a token of its own.
struct Joint {
  uint32_t token = 0;
  bool inside = false;
};
[[nodiscard]] std::optional<Joint> find_joint(const Words& words, size_t token, uint32_t limit);
// The same where any word may follow, not only a cardinal.
[[nodiscard]] std::optional<Joint> find_joint_any(const Words& words, size_t token);

// A number word that may follow inside a number: no preposition, the
// conjunction exactly where the joint says.
[[nodiscard]] std::optional<NumberWord> find_inner_word(const Words& words, size_t token, uint32_t limit,
                                                        bool joined = false);

// Digit groups parted by spaces as one number: 1 414 021 100.
struct Digits {
  double value = 0;
  uint32_t last = 0;
  bool decimals = false;
};
[[nodiscard]] std::optional<Digits> read_digits(const Words& words, size_t token, uint32_t limit);

// The longest sum that begins at a token and ends before `limit`. `first`: any
// proclitics may stand before its first word; otherwise only what the joint says.
[[nodiscard]] std::optional<Sum> read_sum(const Words& words, size_t token, uint32_t limit, bool first = true,
                                          bool joined = false);

}  // namespace fihris
