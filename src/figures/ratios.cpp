#include "figures/ratios.h"

#include <cmath>
#include <cstdlib>

#include "figures/hedges.h"
#include "figures/number_tails.h"
#include "figures/surroundings.h"
#include "figures/tails.h"

namespace fihris {
namespace {

constexpr std::string_view kShare = "share/";  // "share/3": a third of them

std::string_view ratio_role(const WordMatch& match) {
  return row_cell(Table::ratio_words, match.row, ratio_words_columns::role);
}

bool is_whole(double value) { return value == std::floor(value); }

bool is_plain(const Amount& amount) {
  return !amount.upper && !amount.number.ordinal && !amount.number.fraction && !amount.is_vague() &&
         !amount.number.definite;
}

void add_ratio(const Words& words, const Amount& amount, uint32_t last, double value, std::string_view unit,
               std::string_view rule, std::vector<FigureCandidate>& out) {
  auto candidate = make_candidate(words, FigureType::ratio, amount.begin, amount.first, last, Priority::measured, rule);
  candidate.figure.value = value;
  candidate.figure.unit = unit;
  out.push_back(std::move(candidate));
}

bool is_article_next(const Words& words, uint32_t token) {
  if (token >= words.size() || words.tokens[token].line_start) return false;
  for (const Reading& reading : words.tokens.readings(token)) {
    if (reading.article && reading.conjunction == 0 && reading.preposition == 0) return true;
  }
  return false;
}

// half, two thirds, 3/4; "the half" only where something reaches it.
void add_fraction(const Words& words, const Amount& amount, std::vector<FigureCandidate>& out) {
  const WordMatch* match = words.find(amount.first, Table::ratio_words);
  if (match != nullptr && ratio_role(*match) == "no_fraction") {
    out.push_back(make_candidate(words, FigureType::ratio, amount.begin, amount.first, amount.first + match->tokens,
                                 Priority::silent, "no_fraction"));
    return;
  }
  const bool slashed =
      words.tokens[amount.first].kind == TokenKind::number && words.tokens[amount.last - 1].kind == TokenKind::number;
  // 1/4 is also a score: only before its noun.
  if (slashed && !is_article_next(words, amount.last) && !is_alone(words, amount.first, amount.last)) return;
  if (amount.number.definite) {
    if (words.find(amount.last, Table::ordinals) != nullptr) return;  // the second half of the century
    const bool reached = amount.first > 0 && find_link(words, amount.first - 1).link == Link::to;
    if (!reached && read_hedge(words, amount.first, amount.last) == Hedge::none) return;
  }
  add_ratio(words, amount, amount.last, amount.number.value, "", "fraction", out);
}

// "a fifth of the pie" is written like "five" before a definite noun.
bool add_short_fraction(const Words& words, const Amount& amount, std::vector<FigureCandidate>& out) {
  const Number& number = amount.number;
  if (!is_plain(amount) || number.digits || number.scaled || amount.last != amount.first + 1) return false;
  if (number.value < 5 || number.value > 10 || !is_article_next(words, amount.last)) return false;
  const char16_t last = words.view.folded[number.span.end - 1];
  const bool short_form = last != 0x0647 && number.value != 6 && number.value != 8;  // no ta marbuta
  if (!short_form) return false;
  add_ratio(words, amount, amount.last, 1 / number.value, "", "fraction", out);
  return true;
}

// A joins B by a link at the end of A: of, of every, over.
void add_pair(const Words& words, const Amount& above, const Amount& below, std::vector<FigureCandidate>& out) {
  if (follows_rank(words, above.first)) return;  // "the 16th place of 24"
  if (!is_plain(above) || !is_plain(below) || below.number.conjunction != 0 || below.number.preposition != 0) return;
  LinkWord link = find_next_link(words, above.last);
  const bool parts = link.link == Link::part;
  if (parts) link = find_next_link(words, link.last);
  if (link.last != below.first || link.reading.conjunction != 0 || words.tokens[below.first].line_start) return;
  const double a = above.number.value;
  const double b = below.number.value;
  if (below.number.scaled && !above.number.scaled && a != 1) return;
  // "one of 129 volcanoes" is a place in a row.
  if (a == 1 && below.number.digits && link.link == Link::of && !ends_phrase(words, below.last)) return;
  if (b < 2 || looks_like_year(words, below.number)) return;
  const bool of = link.link == Link::of || link.link == Link::of_all;
  if (of && (std::abs(a) >= b || !is_whole(a) || !is_whole(b) || a == 0)) return;
  if (!of && (link.link != Link::over || parts)) return;
  const bool measured = find_tail_match(words, below.last, Table::currencies, true) != nullptr ||
                        find_tail_match(words, below.last, Table::units, true) != nullptr;
  if (measured && link.link != Link::of_all) return;
  add_ratio(words, above, below.last, a / b, "", "one_of", out);
}

// "one in a thousand", "20 in the million".
void add_per_scale(const Words& words, const Amount& amount, std::vector<FigureCandidate>& out) {
  if (!is_plain(amount)) return;
  const LinkWord link = find_next_link(words, amount.last);
  if (link.link != Link::in || link.reading.conjunction != 0 || link.last >= words.size()) return;
  const auto scale = find_number_word(words, link.last);
  if (!scale || scale->role != NumberRole::scale || !scale->reading.article || scale->reading.preposition != 0) return;
  add_ratio(words, amount, scale->last, amount.number.value / scale->value, "", "per_scale", out);
}

// "three times", "five times its value", "4 times" after a comparison.
void add_times(const Words& words, const Amount& amount, std::vector<FigureCandidate>& out) {
  if (amount.number.ordinal || amount.number.fraction) return;
  const WordMatch* match = find_tail_match(words, amount.last, Table::ratio_words, false);
  if (match == nullptr) return;
  const std::string_view role = ratio_role(*match);
  const uint32_t last = amount.last + match->tokens;
  if (role == "repeat") {
    const auto compares = [&](uint32_t token) {
      if (token >= words.size()) return false;
      const WordMatch* more = words.find(token, Table::ratio_words);
      return more != nullptr && ratio_role(*more) == "more";
    };
    if (!(amount.first > 0 && compares(amount.first - 1)) && !compares(last)) return;
  } else if (role != "times" && role != "double") {
    return;
  }
  auto candidate =
      make_candidate(words, FigureType::ratio, amount.begin, amount.first, last, Priority::measured, "times");
  set_value(amount, 1, candidate.figure);
  candidate.figure.unit = "x";
  out.push_back(std::move(candidate));
}

bool starts_with_article(const Words& words, uint32_t token) {
  const std::u16string_view word = words.view.text(words.tokens[token].span);
  return word.size() > 4 && word[0] == 0x0627 && word[1] == 0x0644;
}

// "double" is also "weakness": only after a hedge or a word that reaches it.
void add_double(const Words& words, uint32_t token, std::vector<FigureCandidate>& out) {
  const WordMatch* match = words.find(token, Table::ratio_words);
  if (match == nullptr) return;
  const std::string_view role = ratio_role(*match);
  const bool two = role == "double_two";
  if (!two && role != "double") return;
  const uint32_t last = token + match->tokens;
  const bool reached = token > 0 && !words.tokens[token].line_start && find_link(words, token - 1).link == Link::to;
  const bool hedged = read_hedge(words, token, last) != Hedge::none;
  if (!hedged && !(reached && (two || match->reading.article || starts_with_article(words, token)))) return;
  auto candidate =
      make_candidate(words, FigureType::ratio, match->reading.name, token, last, Priority::measured, "times");
  candidate.figure.value = 2;
  candidate.figure.unit = "x";
  out.push_back(std::move(candidate));
}

// "a third of them", one word with its pronoun.
void add_share(const Words& words, uint32_t token, std::vector<FigureCandidate>& out) {
  const WordMatch* match = words.find(token, Table::ratio_words);
  if (match == nullptr || match->reading.article) return;
  const std::string_view role = ratio_role(*match);
  if (role.substr(0, kShare.size()) != kShare) return;
  auto candidate = make_candidate(words, FigureType::ratio, match->reading.stem, token, token + match->tokens,
                                  Priority::measured, "share");
  candidate.figure.value = 1 / std::strtod(role.data() + kShare.size(), nullptr);
  out.push_back(std::move(candidate));
}

}  // namespace

void find_ratios(const Words& words, const std::vector<Amount>& amounts, std::vector<FigureCandidate>& out) {
  for (size_t i = 0; i < amounts.size(); ++i) {
    const Amount& amount = amounts[i];
    if (amount.number.fraction) {
      add_fraction(words, amount, out);
      continue;
    }
    if (add_short_fraction(words, amount, out)) continue;
    if (i + 1 < amounts.size()) add_pair(words, amount, amounts[i + 1], out);
    add_per_scale(words, amount, out);
    add_times(words, amount, out);
  }
  for (uint32_t token = 0; token < words.size(); ++token) {
    if (words.find(token, Table::ratio_words) == nullptr) continue;
    add_double(words, token, out);
    add_share(words, token, out);
  }
}

}  // namespace fihris
