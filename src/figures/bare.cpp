#include "figures/bare.h"

#include <algorithm>
#include <cmath>

#include "figures/hedges.h"
#include "figures/nouns.h"
#include "figures/number_tails.h"
#include "figures/surroundings.h"

namespace fihris {
namespace {

constexpr double kHighestScore = 30;

bool is_dash_pair(const Words& words, const Amount& amount) {
  return amount.upper && amount.upper->first == amount.number.last + 1 &&
         find_link(words, amount.number.last).link == Link::dash;
}

bool is_definite_noun_before(const Words& words, uint32_t first) {
  if (first == 0 || words.tokens[first].line_start) return false;
  return find_noun(words, first - 1, true).definite;
}

std::string_view label_before(const Words& words, uint32_t first) {
  if (first == 0 || words.tokens[first].line_start) return {};
  const WordMatch* match = words.find(first - 1, Table::labels);
  return match == nullptr ? std::string_view{} : row_cell(Table::labels, match->row, labels_columns::kind);
}

bool is_sure_ordinal(const Words& words, const Amount& amount) {
  const Number& number = amount.number;
  if (label_before(words, amount.first) == "law") return false;
  if (words.find(amount.first, Table::traps) != nullptr) return false;
  if (amount.first > 0 && words.find(amount.first - 1, Table::traps) != nullptr) return false;
  if (number.definite || is_alone(words, amount.first, amount.last)) return true;
  // Without the article an ordinal leads its noun: "first factory", "third biggest".
  if (amount.last >= words.size() || words.tokens[amount.last].line_start) return false;
  return words.tokens[amount.last].kind != TokenKind::punctuation;
}

// Definite cardinals that order: the 72nd, the thirtieth, the hundredth.
bool is_definite_ordinal(const Words& words, const Amount& amount) {
  const Number& number = amount.number;
  if (amount.upper || amount.is_vague()) return false;
  const bool whole = number.value == std::floor(number.value) && !looks_like_year(words, number);
  if (number.digits && !number.scaled && whole && label_before(words, amount.first) == "rank") return true;
  if (!number.definite) return false;
  if (number.digits) {
    const std::string_view label = label_before(words, amount.first);
    return label.empty() || label == "rank";
  }
  if (number.value < 11) return false;
  return is_definite_noun_before(words, amount.first) || is_alone(words, amount.first, amount.last);
}

bool is_sure_cardinal(const Words& words, const Amount& amount) {
  const Number& number = amount.number;
  const bool alone = is_alone(words, amount.first, amount.last);
  if (amount.is_vague()) return amount.last > amount.first + 1;
  if (amount.is_one_word()) return alone && !number.definite;
  if (number.digits || amount.upper) return true;
  if (number.definite) return false;
  if (amount.last > amount.first + 1 || number.value >= 11) return true;
  return ends_phrase(words, amount.last) || read_cardinal(words, amount.last);
}

}  // namespace

void add_bare(const Words& words, const Amount& amount, std::vector<FigureCandidate>& out) {
  const Number& number = amount.number;
  if (number.fraction || (!number.ordinal && !amount.upper && is_label(words, amount))) return;
  if (amount.upper && is_glued_to_mark(words, amount)) return;  // 4 to 26 / 6
  if (number.ordinal ? is_sure_ordinal(words, amount) : is_definite_ordinal(words, amount)) {
    auto candidate = make_candidate(words, FigureType::ordinal, amount.begin, amount.first, amount.last,
                                    Priority::ordinal, "ordinal");
    candidate.figure.value = number.value;
    out.push_back(std::move(candidate));
    return;
  }
  if (number.ordinal || !is_sure_cardinal(words, amount)) return;
  auto candidate =
      make_candidate(words, FigureType::cardinal, amount.begin, amount.first, amount.last, Priority::bare, "cardinal");
  if (is_dash_pair(words, amount)) {
    const double most = std::max(number.value, amount.upper->value);
    const bool score = most <= kHighestScore && is_glued(words, amount.number.last);
    if (score) {
      candidate.figure.rule = "score";
      candidate.figure.score = {{static_cast<int>(number.value), static_cast<int>(amount.upper->value)}};
      out.push_back(std::move(candidate));
      return;
    }
    if (number.value >= amount.upper->value) return;  // 555-1234: no range
    if (looks_like_year(words, number) && looks_like_year(words, *amount.upper)) return;
  }
  set_value(amount, 1, candidate.figure);
  out.push_back(std::move(candidate));
}

}  // namespace fihris
