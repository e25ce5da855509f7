#include "figures/surroundings.h"

#include <string_view>

#include "figures/number_words.h"

namespace fihris {
namespace {

constexpr uint32_t kLawReach = 3;      // "the resolution of the Security Council 2254"
constexpr uint32_t kLongestLabel = 3;  // tokens
constexpr uint32_t kLongestPlain = 7;  // digits; longer ones that begin with 0 are phone numbers

bool is_mark_kind(const Words& words, uint32_t token) {
  const TokenKind kind = words.tokens[token].kind;
  return kind == TokenKind::punctuation || kind == TokenKind::symbol;
}

// The kind of the label that ends right before a token, or empty.
std::string_view label_kind(const Words& words, uint32_t end) {
  for (uint32_t length = 1; length <= kLongestLabel && length <= end; ++length) {
    const WordMatch* match = words.find(end - length, Table::labels);
    if (match != nullptr && match->tokens == length) return row_cell(Table::labels, match->row, labels_columns::kind);
  }
  return {};
}

bool has_label_before(const Words& words, const Amount& amount) {
  uint32_t at = amount.first;
  while (at > 0 && !words.tokens[at].line_start && is_mark_kind(words, at - 1)) --at;  // "number (5)", "no: 5"
  if (at == 0 || words.tokens[at].line_start) return false;
  if (const std::string_view kind = label_kind(words, at); !kind.empty()) return kind != "rank";
  if (at != amount.first || !amount.number.digits) return false;
  for (uint32_t back = 2; back <= kLawReach + 1 && back <= at; ++back) {
    if (label_kind(words, at - back + 1) == "law") return true;
    if (words.tokens[at - back + 1].line_start || words.tokens[at - back].kind != TokenKind::word) return false;
  }
  return false;
}

// A Latin name or a word without a space before the digits: F-16, G20.
bool belongs_to_name(const Words& words, const Amount& amount) {
  if (amount.first == 0 || words.tokens[amount.first].line_start) return false;
  const Token& before = words.tokens[amount.first - 1];
  if (before.kind == TokenKind::latin) return true;
  if (before.kind != TokenKind::word || words.tokens[amount.first].space_before) return false;
  return before.span.end - before.span.begin > 1 && words.find(amount.first - 1, Table::function_words) == nullptr;
}

// (1), 1- ..., 2) ... at the beginning of a line.
bool is_list_mark(const Words& words, const Amount& amount) {
  const uint32_t first = amount.first;
  const uint32_t last = amount.last;
  if (amount.upper || amount.number.value >= 100) return false;
  const bool closes = last < words.size() && is_mark(words, last, u')') && !words.tokens[last].line_start;
  if (first > 0 && closes && is_mark(words, first - 1, u'(')) return !is_alone(words, first, last);
  const bool own_line = first > 0 && words.tokens[first].line_start && last < words.size() &&
                        !words.tokens[last].line_start && (is_mark(words, last, u'.') || is_mark(words, last, u'-')) &&
                        last + 1 < words.size() && words.tokens[last + 1].line_start;
  if (own_line) return true;  // "3." before the line that it numbers
  if (last + 1 >= words.size() || words.tokens[last + 1].line_start) return false;
  const bool opens = words.tokens[first].line_start || first == 0 || is_mark(words, first - 1, u'.') ||
                     is_mark(words, first - 1, u':');
  if (!opens) return false;
  if (words.tokens[last].line_start) return false;
  return closes || is_mark(words, last, u'-') || is_mark(words, last, u'.') || is_mark(words, last, 0x2013);
}

bool is_phone(const Words& words, const Amount& amount) {
  const Token& token = words.tokens[amount.last - 1];
  const uint32_t length = token.span.end - token.span.begin;
  const std::u16string_view text = words.view.text(token.span);
  const bool plus = amount.last > amount.first + 1 && is_mark(words, amount.first, u'+');
  return length > kLongestPlain && !token.grouped && token.decimals == 0 && (text.front() == u'0' || plus);
}

}  // namespace

bool is_mark(const Words& words, uint32_t token, char16_t unit) {
  if (token >= words.size() || !is_mark_kind(words, token)) return false;
  return words.view.folded[words.tokens[token].span.begin] == unit;
}

bool is_glued(const Words& words, uint32_t token) {
  return token < words.size() && !words.tokens[token].space_before && !words.tokens[token].line_start;
}

bool is_glued_to_mark(const Words& words, const Amount& amount) {
  const auto joins = [&](uint32_t mark) {
    for (const char16_t unit : {u'/', u':', u'.', u'#', u'_', u'@', u'=', u'&', u'\\', u'-', u',', u'*'}) {
      if (is_mark(words, mark, unit)) return true;
    }
    return false;
  };
  const auto is_digits = [&](uint32_t at) {
    return at < words.size() &&
           (words.tokens[at].kind == TokenKind::number || words.tokens[at].kind == TokenKind::latin);
  };
  const uint32_t first = amount.first;
  const uint32_t last = amount.last;
  // A date with loose slashes: 7 / 10 / 1436.
  if (is_mark(words, last, u'/') && is_digits(last + 1) && !words.tokens[last + 1].line_start) return true;
  if (first > 1 && is_mark(words, first - 1, u'/') && is_digits(first - 2) && !words.tokens[first].line_start)
    return true;
  if (is_glued(words, last) && joins(last) && is_glued(words, last + 1) && is_digits(last + 1)) return true;
  if (first > 1 && is_glued(words, first) && joins(first - 1) && is_glued(words, first - 1) && is_digits(first - 2))
    return true;
  return first > 0 && is_glued(words, first) && (is_mark(words, first - 1, u'#') || is_mark(words, first - 1, u'@'));
}

bool names_army_unit(const Words& words, const Amount& amount) {
  if (amount.first == 0 || words.tokens[amount.first].line_start || !amount.number.digits) return false;
  return label_kind(words, amount.first) == "army";
}

bool follows_rank(const Words& words, uint32_t first) {
  return first > 0 && !words.tokens[first].line_start && label_kind(words, first) == "rank";
}

// "4K": the word after the digits makes them a name.
bool has_label_after(const Words& words, uint32_t last) {
  if (last >= words.size() || words.tokens[last].line_start) return false;
  const WordMatch* match = words.find(last, Table::traps);
  return match != nullptr && row_cell(Table::traps, match->row, traps_columns::why) == "resolution";
}

bool is_label(const Words& words, const Amount& amount) {
  if (has_label_before(words, amount)) return true;
  if (amount.number.digits && has_label_after(words, amount.last)) return true;
  if (!amount.number.digits) return false;
  return belongs_to_name(words, amount) || is_glued_to_mark(words, amount) || is_list_mark(words, amount) ||
         is_phone(words, amount);
}

bool is_alone(const Words& words, uint32_t first, uint32_t last) {
  while (first > 0 && !words.tokens[first].line_start) {
    if (!is_mark_kind(words, first - 1)) return false;
    --first;
  }
  while (last < words.size() && !words.tokens[last].line_start) {
    if (!is_mark_kind(words, last)) return false;
    ++last;
  }
  return true;
}

bool ends_phrase(const Words& words, uint32_t last) {
  if (last >= words.size() || words.tokens[last].line_start || is_mark_kind(words, last)) return true;
  return words.find(last, Table::function_words) != nullptr || words.find(last, Table::links) != nullptr;
}

}  // namespace fihris
