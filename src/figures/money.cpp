// Currencies after an amount: by name, adjective and country, sign or code,
// with halves and minor units added ("15 dollars and 15 cents").
#include <algorithm>
#include <cstdlib>

#include "figures/number_tails.h"
#include "figures/tails.h"

namespace fihris {
namespace {

std::string_view currency_cell(const WordMatch& match, int column) {
  return row_cell(Table::currencies, match.row, column);
}

double currency_factor(const WordMatch& match) {
  return std::strtod(currency_cell(match, currencies_columns::factor).data(), nullptr);
}

bool is_minor(const WordMatch& match) {
  const std::string_view role = currency_cell(match, currencies_columns::role);
  return role == "minor" || role == "minor_two";
}

// The code a currency word stands for here, its adjective read on the way.
std::string_view choose_currency(const Words& words, const CountryContext& context, const WordMatch& match,
                                 uint32_t& last, std::string_view& rule) {
  const std::string_view countries = currency_cell(match, currencies_columns::countries);
  rule = "currency_named";
  const WordMatch* owner = find_tail_match(words, last, Table::countries, match.reading.article);
  if (owner != nullptr) {
    const std::string_view country = row_cell(Table::countries, owner->row, countries_columns::country);
    const std::string_view code = find_country_code(countries, country);
    if (!code.empty()) {
      last += owner->tokens;
      return code;
    }
  }
  const std::string_view usual = currency_cell(match, currencies_columns::code);
  if (countries.size() < 8 || usual == "USD") return usual;
  const std::string_view near = context.choose_code(countries, last);
  rule = near.empty() ? "currency_usual" : "currency_from_context";
  return near.empty() ? usual : near;
}

// "... and 15 cents": a smaller amount of the same money.
void add_minor(const Words& words, Tail& tail) {
  const LinkWord link = find_next_link(words, tail.last);
  const bool alone = link.link == Link::and_ && link.reading.stem == words.tokens[tail.last].span.begin;
  const uint32_t at = alone ? link.last : tail.last;
  if (at >= words.size() || words.tokens[at].line_start) return;
  const auto number = read_cardinal(words, at);
  if (!number || number->preposition != 0 || number->value != number->value) return;
  if (!alone && number->conjunction != kWaw && !number->digits) return;
  const WordMatch* minor = find_tail_match(words, number->last, Table::currencies, false);
  if (minor == nullptr || !is_minor(*minor)) return;
  tail.extra += number->value * currency_factor(*minor);
  tail.last = number->last + minor->tokens;
}

const WordMatch* find_currency(const Words& words, const Amount& amount, uint32_t& token) {
  if (const WordMatch* match = find_tail_match(words, token, Table::currencies, true)) return match;
  // "hundreds of millions of the dollars"
  const LinkWord link = find_next_link(words, token);
  if (link.link != Link::of || link.reading.conjunction != 0) return nullptr;
  if (!amount.is_vague() && !amount.number.scaled) return nullptr;
  const WordMatch* match = find_tail_match(words, link.last, Table::currencies, true);
  if (match == nullptr || !match->reading.article) return nullptr;
  token = link.last;
  return match;
}

}  // namespace

std::optional<Tail> read_money(const Words& words, const CountryContext& context, const Amount& amount,
                               uint32_t token) {
  if (amount.number.ordinal) return std::nullopt;
  const WordMatch* match = find_currency(words, amount, token);
  if (match == nullptr) return std::nullopt;
  Tail tail{.type = FigureType::money, .last = token + match->tokens};
  tail.factor = currency_factor(*match);
  tail.unit = choose_currency(words, context, *match, tail.last, tail.rule);
  if (is_minor(*match)) return tail;
  if (const auto half = read_unit_half(words, amount, tail.last, Table::currencies)) {
    tail.extra = half->value;
    tail.last = half->last;
  } else if (!amount.upper && !amount.is_vague()) {
    add_minor(words, tail);
  }
  return tail;
}

void find_lone_currency(const Words& words, const CountryContext& context, uint32_t token, bool hedged,
                        std::vector<FigureCandidate>& out) {
  const WordMatch* match = words.find(token, Table::currencies);
  if (match == nullptr || match->reading.article) return;
  const std::string_view role = currency_cell(*match, currencies_columns::role);
  const bool two = role == "two" || role == "minor_two";
  if (!two && role != "one") return;
  uint32_t last = token + match->tokens;
  // The construct dual (ending in ya or alef) needs a noun, which money has not.
  if (two && words.view.folded[words.tokens[last - 1].span.end - 1] != 0x0646) return;
  std::string_view rule;
  const double factor = currency_factor(*match);
  const std::string unit(choose_currency(words, context, *match, last, rule));
  double value = two ? 2 : 1;
  bool sure = two || hedged;
  if (const auto one = find_number_word(words, last); one && !two && one->value == 1 && one->role == NumberRole::unit &&
                                                      !words.tokens[last].line_start &&
                                                      one->reading.stem == words.tokens[last].span.begin) {
    last = one->last;
    sure = true;
  }
  const Amount single{.number = {.value = value}};
  if (const auto half = read_unit_half(words, single, last, Table::currencies)) {
    value += half->value;
    last = half->last;
    sure = true;
  }
  if (!sure) return;
  auto candidate = make_candidate(words, FigureType::money, match->reading.stem, token, last, Priority::measured, rule);
  candidate.figure.value = value * factor;
  candidate.figure.unit = unit;
  out.push_back(std::move(candidate));
}

}  // namespace fihris
