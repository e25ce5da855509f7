#include "links/checks.h"

#include <algorithm>
#include <cmath>

#include "figures/calendar_math.h"
#include "links/check_readers.h"

namespace fihris {
namespace {

constexpr double kApproximate = 0.05;  // how far "about" reaches
constexpr double kCompound = 0.005;    // "3 million and 200 thousand": nobody rounds further

// The power of ten a number was said in.
double scale_of(double value, double written) {
  const double scale = std::fabs(value / written);
  const double power = std::pow(10, std::round(std::log10(scale)));
  return std::fabs(scale / power - 1) < 1e-9 ? power : 0;
}

int trailing_zeros(double value) {
  int zeros = 0;
  while (value >= 10 && std::fmod(value, 10) == 0) {
    value /= 10;
    ++zeros;
  }
  return zeros;
}

// Half of the last place that was written in digits or said in words.
double rounding(const Clauses& c, const Figure& figure, double value, bool last) {
  const Token* number = nullptr;
  int count = 0;
  for (uint32_t at = figure.first_token; at < figure.last_token; ++at) {
    const Token& token = c.words.tokens[at];
    if (token.kind != TokenKind::number) continue;
    if (number == nullptr || last) number = &token;
    ++count;
  }
  if (number == nullptr || !(number->value > 0)) {  // in words: small ones are exact
    if (std::fabs(value) < 1000) return 0;
    return 0.5 * std::pow(1000, std::floor(std::log10(std::fabs(value)) / 3));
  }
  const double scale = scale_of(value, number->value);
  if (scale == 0 || (count > 1 && figure.value)) return kCompound * std::fabs(value);
  if (number->decimals > 0) return 0.5 * scale * std::pow(10, -number->decimals);
  const int zeros = trailing_zeros(number->value);
  if (zeros >= 3) return 0.5 * scale * std::pow(10, zeros);
  return scale >= 1000 ? 0.5 * scale : 0;
}

}  // namespace

Measured measure_end(const Clauses& c, const Figure& figure, double value, bool last) {
  double room = value == 0 ? 0 : rounding(c, figure, value, last);
  if (figure.hedge == Hedge::approx) room = std::max(room, kApproximate * std::fabs(value));
  return {value, value - room, value + room};
}

std::optional<Measured> measure(const Clauses& c, const Figure& figure) {
  if (!figure.value || (figure.hedge != Hedge::none && figure.hedge != Hedge::approx)) return std::nullopt;
  return measure_end(c, figure, *figure.value, true);
}

const WordMatch* find_check_word(const Clauses& c, uint32_t token, std::string_view role) {
  if (c.words.find(token, Table::check_words) == nullptr || c.figure[token] != kNone) return nullptr;
  for (const WordMatch& match : c.words.at(token)) {
    if (match.table == Table::check_words && row_cell(Table::check_words, match.row, check_words_columns::role) == role)
      return &match;
  }
  return nullptr;
}

std::vector<Span> in_order(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return spans;
}

std::string print_value(double value) { return print_number(std::round(value * 100) / 100); }

std::vector<Check> find_checks(const Words& words, const Analysis& analysis, const std::optional<Day>& published) {
  std::vector<Check> out;
  const Clauses c(words, analysis);
  check_percents(c, out);
  check_sums(c, out);
  check_weekdays(c, out);
  check_ages(c, published, out);
  check_told_twice(c, out);
  check_headline(c, out);
  check_repeats(c, out);
  std::stable_sort(out.begin(), out.end(),
                   [](const Check& a, const Check& b) { return a.evidence.front().begin < b.evidence.front().begin; });
  return out;
}

}  // namespace fihris
