#include "figures/numbers.h"

#include <algorithm>
#include <cmath>

#include "figures/number_sums.h"
#include "figures/number_tails.h"

namespace fihris {
namespace {

// A number in the making: what stands before its digits or first word.
struct Start {
  uint32_t body = 0;   // first token of the value itself
  uint32_t begin = 0;  // folded offset where the figure begins
  bool negative = false;
  bool definite = false;   // an article token before digits
  bool below_one = false;  // a decimal point before its digits: .75
  char16_t preposition = 0;
};

bool is_glued(const Words& words, size_t token) {
  return token < words.size() && !words.tokens[token].space_before && !words.tokens[token].line_start;
}

// A minus or plus mark counts only when it touches its digits and nothing before it.
bool is_sign_mark(const Words& words, size_t token) {
  const bool touches =
      token + 1 < words.size() && words.tokens[token + 1].kind == TokenKind::number && is_glued(words, token + 1);
  if (!touches) return false;
  if (token > 0 && words.tokens[token - 1].kind == TokenKind::number && !words.tokens[token].line_start) return false;
  if (token == 0 || words.tokens[token].space_before || words.tokens[token].line_start) return true;
  const TokenKind before = words.tokens[token - 1].kind;
  return before == TokenKind::punctuation || before == TokenKind::symbol;
}

// "an employee -90 of them ...-": the mark opens an aside that another closes.
bool opens_aside(const Words& words, size_t token) {
  constexpr size_t kReach = 30;
  if (token == 0 || words.tokens[token].line_start || !words.tokens[token].space_before) return false;
  if (words.tokens[token - 1].kind != TokenKind::word) return false;
  for (size_t at = token + 2; at < words.size() && at < token + kReach && !words.tokens[at].line_start; ++at) {
    const bool closes = find_link(words, at).link == Link::dash && !words.tokens[at].space_before;
    const bool apart = at + 1 >= words.size() || words.tokens[at + 1].space_before || words.tokens[at + 1].line_start ||
                       words.tokens[at + 1].kind == TokenKind::punctuation;
    if (closes && apart && words.tokens[at].kind != TokenKind::word) return true;
  }
  return false;
}

// ".1993" is a year behind a stray full stop.
bool is_year_digits(const Words& words, size_t token) {
  const Token& digits = words.tokens[token];
  return digits.span.end - digits.span.begin == 4 && digits.value >= 1800 && digits.value <= 2100;
}

std::optional<Start> read_start(const Words& words, size_t token) {
  const Token& head = words.tokens[token];
  Start start{.body = static_cast<uint32_t>(token), .begin = head.span.begin};
  const LinkWord link = find_link(words, token);
  const bool mark = head.kind != TokenKind::word;
  if (link.link == Link::minus || link.link == Link::plus || link.link == Link::dash) {
    if (mark && (!is_sign_mark(words, token) || opens_aside(words, token))) return std::nullopt;
    if (!mark && link.last < words.size() && words.tokens[link.last].line_start) return std::nullopt;
    start.body = link.last;
    start.begin = mark ? head.span.begin : link.reading.name;
    start.negative = link.link != Link::plus;
    start.preposition = link.reading.preposition;
  } else if (link.link == Link::point_mark) {
    const bool sign_like =
        is_sign_mark(words, token) && words.tokens[token + 1].decimals == 0 && !words.tokens[token + 1].grouped;
    if (!sign_like || is_year_digits(words, token + 1)) return std::nullopt;
    start.body = link.last;
    start.begin = head.span.begin;
    start.below_one = true;
  } else if (link.link == Link::article) {
    if (link.last >= words.size() || words.tokens[link.last].kind != TokenKind::number) return std::nullopt;
    start.body = link.last;
    start.begin = link.reading.name;
    start.definite = true;
    start.preposition = link.reading.preposition;
  }
  if (start.body >= words.size()) return std::nullopt;
  return start;
}

// "three quarters", "half", "two thirds", with a scale word or without.
std::optional<Number> read_fraction_number(const Words& words, size_t token) {
  const auto part = read_fraction(words, token, true, false);
  if (!part) return std::nullopt;
  Number out{.last = part->last, .value = part->value, .fraction = true};
  const auto scale = find_number_word(words, part->last);
  const bool scales = scale && !words.tokens[part->last].line_start && scale->reading.conjunction == 0 &&
                      scale->reading.preposition == 0 &&
                      (scale->role == NumberRole::scale || scale->role == NumberRole::hundred);
  if (scales) {
    out.value *= scale->value;
    out.scale = scale->value;
    out.scaled = scale->role == NumberRole::scale;
    out.last = scale->last;
    out.fraction = false;
  }
  return out;
}

// An accusative alone before its noun is the construct dual: "two million tons".
bool is_construct_dual(const Words& words, size_t token, const Sum& sum) {
  const auto head = find_number_word(words, token);
  if (!head || head->role != NumberRole::accusative || head->last != sum.last) return false;
  if (has_tanwin(words, token) || sum.last >= words.size()) return false;
  const Token& next = words.tokens[sum.last];
  if (next.line_start || next.kind != TokenKind::word ||
      find_joint(words, sum.last, static_cast<uint32_t>(words.size()))) {
    return false;
  }
  return words.find(sum.last, Table::function_words) == nullptr;
}

std::optional<Number> read_sum_number(const Words& words, size_t token, bool first) {
  const auto limit = static_cast<uint32_t>(words.size());
  auto sum = read_sum(words, token, limit, first);
  if (!sum) return std::nullopt;
  if (is_construct_dual(words, token, *sum)) sum->value *= 2;
  Number out{.last = sum->last, .value = sum->value};
  out.digits = sum->digits;
  out.scaled = sum->scale > 1;
  out.scale = sum->scale;
  read_decimals(words, out);
  read_remainder(words, out);
  read_tenths(words, token, out);
  read_bit(words, out);
  return out;
}

}  // namespace

std::optional<Number> read_cardinal(const Words& words, size_t token) {
  if (token >= words.size()) return std::nullopt;
  const auto start = read_start(words, token);
  if (!start) return std::nullopt;
  const bool first = start->body == token;
  const auto head = find_number_word(words, start->body);
  if (!first && head && (head->reading.conjunction != 0 || head->reading.preposition != 0)) return std::nullopt;
  std::optional<Number> out = read_fraction_number(words, start->body);
  if (!out && first) out = read_vague(words, token);
  if (!out) out = read_sum_number(words, start->body, first);
  if (!out) out = read_digit_fraction(words, start->body);
  if (!out) return std::nullopt;
  if (const auto mixed = read_digit_fraction(words, start->body); mixed && mixed->last > out->last) out = mixed;
  out->first = static_cast<uint32_t>(token);
  out->definite = start->definite;
  out->preposition = start->preposition;
  uint32_t begin = start->begin;
  if (first && head) {
    out->definite = head->reading.article;
    out->conjunction = head->reading.conjunction;
    out->preposition = head->reading.preposition;
    begin = head->reading.name;
  }
  if (start->below_one) {
    if (out->last != start->body + 1) return std::nullopt;
    const Token& digits = words.tokens[start->body];
    out->value /= std::pow(10, digits.span.end - digits.span.begin);
  }
  if (start->negative) out->value = -out->value;
  out->span = {begin, words.tokens[out->last - 1].span.end};
  set_glued_letters(words, *out);
  return out;
}

std::optional<Number> read_number(const Words& words, size_t token) {
  // Most words begin nothing: no table row, no digits.
  if (token >= words.size()) return std::nullopt;
  if (words.tokens[token].kind != TokenKind::number && words.tables[token] == 0) return std::nullopt;
  // Nor do words of other tables.
  const bool digits = words.tokens[token].kind == TokenKind::number;
  const bool begins =
      digits || words.find(token, Table::numbers) != nullptr || words.find(token, Table::links) != nullptr;
  auto cardinal = begins ? read_cardinal(words, token) : std::nullopt;
  auto ordinal = digits ? std::nullopt : read_ordinal(words, token);
  if (!ordinal) return cardinal;
  return cardinal && cardinal->last > ordinal->last ? cardinal : ordinal;
}

}  // namespace fihris
