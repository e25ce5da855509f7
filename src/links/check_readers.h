// The readers of checks, one kind of question each (checks.cpp joins them), and
// what they share: how exactly an amount was written. Private to src/links.
#pragma once
#include <optional>
#include <vector>

#include "links/clauses.h"

namespace fihris {

// An amount with the room its rounding leaves: 1.2 billion is 1.15 to 1.25.
struct Measured {
  double value = 0;
  double low = 0;
  double high = 0;
};

// None for ranges, vague amounts and bounds ("more than"); an approximation gets more room.
[[nodiscard]] std::optional<Measured> measure(const Clauses& c, const Figure& figure);
// The value of one number token, with the room of its last digit, on the figure's scale.
[[nodiscard]] Measured measure_end(const Clauses& c, const Figure& figure, double value, bool last);

// A row of check_words that plays a part at a token.
[[nodiscard]] const WordMatch* find_check_word(const Clauses& c, uint32_t token, std::string_view role);

// Which span comes first where a check names two.
[[nodiscard]] std::vector<Span> in_order(std::vector<Span> spans);
[[nodiscard]] std::string print_value(double value);  // at most two decimals

void check_percents(const Clauses& c, std::vector<Check>& out);
void check_sums(const Clauses& c, std::vector<Check>& out);
void check_weekdays(const Clauses& c, std::vector<Check>& out);
void check_ages(const Clauses& c, const std::optional<Day>& published, std::vector<Check>& out);
void check_told_twice(const Clauses& c, std::vector<Check>& out);
void check_headline(const Clauses& c, std::vector<Check>& out);
void check_repeats(const Clauses& c, std::vector<Check>& out);

}  // namespace fihris
