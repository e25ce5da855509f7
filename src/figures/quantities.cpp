// Units of measure after an amount, and alone: "two tons and half the ton".
#include "figures/number_tails.h"
#include "figures/surroundings.h"
#include "figures/tails.h"

namespace fihris {
namespace {

std::string_view unit_cell(const WordMatch& match, int column) { return row_cell(Table::units, match.row, column); }

// "1906m" glued is a year of the era as often as a height: no figure is made of it.
bool may_be_era(const Words& words, const Amount& amount, const WordMatch& match, uint32_t token) {
  const Number& number = amount.end_number();
  return unit_cell(match, units_columns::symbol) == "m" && unit_cell(match, units_columns::role) == "short" &&
         !words.tokens[token].space_before && number.digits && number.value >= 300 && number.value <= 2100 &&
         words.tokens[number.last - 1].decimals == 0;
}

bool is_short(const WordMatch& match) { return unit_cell(match, units_columns::role) == "short"; }

// Points of an index are a measure; points of a team, a checkpoint, are counted.
bool is_counted_point(const Words& words, const Amount& amount, const WordMatch& match, uint32_t last) {
  if (unit_cell(match, units_columns::symbol) != "pt") return false;
  const Number& number = amount.number;
  if (amount.is_vague() || number.value < 100) {
    const bool decimals = number.digits && words.tokens[number.last - 1].decimals > 0;
    if (!decimals) return true;
  }
  return find_tail_match(words, last, Table::nouns, false) != nullptr;
}

}  // namespace

std::optional<Tail> read_unit(const Words& words, const Amount& amount, uint32_t token) {
  if (amount.number.ordinal) return std::nullopt;
  if (const LinkWord link = find_next_link(words, token); link.link == Link::below_zero) {
    Tail cold{.type = FigureType::quantity, .factor = -1, .last = link.last, .rule = "below_zero"};
    cold.unit = "\u00B0";
    return cold;
  }
  const WordMatch* match = find_tail_match(words, token, Table::units, true);
  // "17- degrees": a minus typed after its number, as it is seen from the left.
  const bool minus_after = match == nullptr && is_mark(words, token, u'-') && is_glued(words, token);
  if (minus_after) {
    match = find_tail_match(words, token + 1, Table::units, false);
    const bool cold = match != nullptr && unit_cell(*match, units_columns::symbol).substr(0, 2) == "\u00B0";
    if (!cold) return std::nullopt;
    ++token;
  }
  if (match == nullptr && (amount.is_vague() || amount.number.scaled)) {
    const LinkWord link = find_next_link(words, token);
    if (link.link == Link::of && link.reading.conjunction == 0) {
      match = find_tail_match(words, link.last, Table::units, true);
      if (match != nullptr && !match->reading.article) match = nullptr;
      if (match != nullptr) token = link.last;
    }
  }
  if (match == nullptr || (is_short(*match) && !amount.end_number().digits && !amount.number.scaled))
    return std::nullopt;
  const uint32_t last = token + match->tokens;
  if (may_be_era(words, amount, *match, token)) return std::nullopt;
  if (is_counted_point(words, amount, *match, last)) return std::nullopt;
  Tail tail{.type = FigureType::quantity, .last = last, .rule = "unit"};
  tail.unit = unit_cell(*match, units_columns::symbol);
  if (minus_after) tail.factor = -1;
  if (const auto half = read_unit_half(words, amount, tail.last, Table::units)) {
    tail.extra = half->value;
    tail.last = half->last;
  } else if (const LinkWord link = find_next_link(words, tail.last); link.link == Link::below_zero) {
    tail.factor = -1;
    tail.last = link.last;
  }
  return tail;
}

void find_lone_unit(const Words& words, uint32_t token, bool whole_line, std::vector<FigureCandidate>& out) {
  const WordMatch* match = words.find(token, Table::units);
  if (match == nullptr || match->reading.article) return;
  const std::string_view role = unit_cell(*match, units_columns::role);
  const bool two = role == "two";
  if (role == "many" || (two && unit_cell(*match, units_columns::symbol) == "pt")) return;
  uint32_t last = token + match->tokens;
  if (two && words.view.folded[words.tokens[last - 1].span.end - 1] != 0x0646 && match->tokens == 1) return;
  double value = two ? 2 : 1;
  bool sure = two || (whole_line && match->reading.conjunction == 0 && match->reading.preposition == 0);
  const Amount single{.number = {.value = value}};
  if (role != "short") {
    if (const auto half = read_unit_half(words, single, last, Table::units)) {
      value += half->value;
      last = half->last;
      sure = true;
    }
    // One foot, one degree, one knot are everyday things.
    const std::string_view symbol = unit_cell(*match, units_columns::symbol);
    const bool everyday = symbol == "ft" || symbol == "\u00B0" || symbol == "pt" || symbol == "kn" || symbol == "cup";
    if (const auto one = find_number_word(words, last);
        one && !two && !everyday && one->value == 1 && one->role == NumberRole::unit &&
        !words.tokens[last].line_start && one->reading.stem == words.tokens[last].span.begin) {
      last = one->last;
      sure = true;
    }
  }
  if (!sure) return;
  auto candidate =
      make_candidate(words, FigureType::quantity, match->reading.stem, token, last, Priority::measured, "unit_alone");
  candidate.figure.value = value;
  candidate.figure.unit = unit_cell(*match, units_columns::symbol);
  out.push_back(std::move(candidate));
}

}  // namespace fihris
