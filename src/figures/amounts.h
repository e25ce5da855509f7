// Amounts are the numbers of a text in reading order, ranges and shared scale
// words resolved: "5 to 7 million" is one amount, "324 and 490 million" two that
// share the million. They know nothing of what is counted: currencies, units
// and nouns are read after them by the files named so.
#pragma once
#include <vector>

#include "figures/candidates.h"
#include "figures/numbers.h"

namespace fihris {

struct Amount {
  Number number;                // the lower end of a range
  std::optional<Number> upper;  // the upper end
  uint32_t first = 0;           // tokens [first, last)
  uint32_t last = 0;
  uint32_t begin = 0;        // folded offset where the figure begins
  bool shares_next = false;  // a list: the unit of the next amount is its own too

  [[nodiscard]] const Number& end_number() const { return upper ? *upper : number; }
  [[nodiscard]] bool is_vague() const { return number.value != number.value; }
  [[nodiscard]] bool is_one_word() const {  // the word "one", never a bare figure
    return !upper && number.value == 1 && !number.digits && !number.scaled && !number.ordinal;
  }
};

[[nodiscard]] std::vector<Amount> find_amounts(const Words& words);

// The amount's value, or its low and high end, each times `factor`, into a figure.
void set_value(const Amount& amount, double factor, Figure& figure);

// "between" stands right before the number, glued letters aside.
[[nodiscard]] bool follows_between(const Words& words, const Number& number);

// Digits that a year is written in.
[[nodiscard]] bool looks_like_year(const Words& words, const Number& number);

}  // namespace fihris
