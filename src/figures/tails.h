// What follows an amount and says what it measures: a currency, a percent sign,
// a unit, a counted noun. Each reader looks at one token and returns what it
// found and where it ends; figures.cpp asks them in turn and makes the figure.
#pragma once
#include <optional>
#include <string>

#include "figures/amounts.h"
#include "figures/context.h"

namespace fihris {

struct Tail {
  FigureType type = FigureType::cardinal;
  std::string unit;
  double factor = 1;  // what the amount is multiplied by (a cent: 0.01)
  double extra = 0;   // added after that: "and a half", "and 15 cents"
  uint32_t last = 0;  // one past its last token
  uint32_t end = 0;   // folded end where that is not the end of its last token; 0: it is
  std::optional<FoldedSpan> of;
  std::string_view rule;
};

[[nodiscard]] std::optional<Tail> read_money(const Words& words, const CountryContext& context, const Amount& amount,
                                             uint32_t token);
[[nodiscard]] std::optional<Tail> read_percent(const Words& words, uint32_t token);
[[nodiscard]] std::optional<Tail> read_unit(const Words& words, const Amount& amount, uint32_t token);
[[nodiscard]] std::optional<Tail> read_counted(const Words& words, const Amount& amount, uint32_t token);

// Signs that stand before their amount: "$10", "USD 42", "%10". Returns the
// token where the sign begins, its unit in `tail`.
[[nodiscard]] std::optional<Tail> read_sign_before(const Words& words, const Amount& amount, uint32_t& first);

// A row of a table that goes on from a token: no new line, no proclitics; the
// article only where it is asked for.
[[nodiscard]] const WordMatch* find_tail_match(const Words& words, size_t token, Table table, bool article);

struct Half {
  double value = 0;
  uint32_t last = 0;
};
// "... and a half", "... and half the million" after a unit: its part of one unit.
// The same unit may be said again: "a metre and half the metre".
[[nodiscard]] std::optional<Half> read_unit_half(const Words& words, const Amount& amount, uint32_t token, Table table);

// "per year", "for each barrel" after a figure: the unit it is counted by.
[[nodiscard]] std::string_view read_rate(const Words& words, uint32_t token);

// Currency and unit words without a number: "two dollars", "a metre and a half".
// `hedged`: an approximation stands before; `whole_line`: nothing else on the line.
void find_lone_currency(const Words& words, const CountryContext& context, uint32_t token, bool hedged,
                        std::vector<FigureCandidate>& out);
void find_lone_percent(const Words& words, uint32_t token, std::vector<FigureCandidate>& out);
void find_lone_unit(const Words& words, uint32_t token, bool whole_line, std::vector<FigureCandidate>& out);

// Nouns before their number: "one bank", "the three researchers".
void find_noun_first(const Words& words, const std::vector<Amount>& amounts, std::vector<FigureCandidate>& out);

}  // namespace fihris
