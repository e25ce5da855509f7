// Numbers in digits. A chain is digit groups with one separator between each
// two and no space; which chains are one number, and which are dates,
// addresses, versions or lists, is decided here by the lengths of the groups.
//
//   one number   1,234,567   1.234.567   1'234   1.5   3,6   1.234,56   26;013,94   1ra08
//   none         9.2.2021    1.2.3.4     10,20,30          2020,2021
//
// A comma before exactly three digits groups («1,500»), unless a zero leads
// («0,125»). A dot before exactly three digits is ambiguous: «1.500 شخص» in
// the Maghreb, «1.325 تريليون» elsewhere. It groups when the three end in 0
// (nobody writes a closing zero after a decimal point) and no % follows.
#include <array>
#include <cmath>

#include "text/characters.h"
#include "text/token_scan.h"

namespace fihris {
namespace {

constexpr size_t kLongestChain = 12;  // groups; longer chains are no numbers anyway

struct Chain {
  std::array<FoldedSpan, kLongestChain> groups{};
  std::array<char16_t, kLongestChain> marks{};  // marks[i] stands after groups[i]
  size_t count = 0;

  [[nodiscard]] uint32_t length(size_t i) const { return groups[i].end - groups[i].begin; }
};

enum class Meaning : uint8_t { one_number, split };

struct Decision {
  Meaning meaning = Meaning::split;
  size_t whole_groups = 1;  // groups before the decimal mark
};

bool is_apostrophe(char16_t c) { return c == u'\'' || c == u'\u2019' || c == u'\u02BC' || c == u'\u2032'; }

bool is_separator(char16_t c) {
  return c == u'.' || c == u',' || c == kArabicComma || c == kArabicDecimal || c == kArabicThousands || c == kRa ||
         is_apostrophe(c) || c == u' ';
}

uint32_t skip_digits(std::u16string_view text, uint32_t at) {
  while (at < text.size() && is_ascii_digit(text[at])) ++at;
  return at;
}

// A space groups when it is a thin or non-breaking one, or an ordinary one
// after a first group that cannot be a year or a day of its own.
bool is_grouping_space(const View& view, const Chain& chain, uint32_t at) {
  const uint32_t next_end = skip_digits(view.folded, at + 1);
  if (next_end - (at + 1) != 3) return false;
  if (chain.length(0) > 3 || view.folded[chain.groups[0].begin] == u'0') return false;
  if (chain.count > 1 && chain.marks[chain.count - 2] != u' ') return false;
  return view.ends[at] - view.begins[at] == 1;
}

Chain read_chain(const View& view, uint32_t at) {
  const std::u16string_view text = view.folded;
  Chain chain;
  while (chain.count < kLongestChain) {
    const uint32_t end = skip_digits(text, at);
    chain.groups[chain.count++] = {at, end};
    if (end + 1 >= text.size() || !is_separator(text[end]) || !is_ascii_digit(text[end + 1])) break;
    if (text[end] == u' ' && !is_grouping_space(view, chain, end)) break;
    if (chain.count == kLongestChain) break;
    chain.marks[chain.count - 1] = text[end];
    at = end + 1;
  }
  return chain;
}

bool groups_thousands(const View& view, const Chain& chain, size_t count) {
  if (count < 2 || chain.length(0) > 3 || view.folded[chain.groups[0].begin] == u'0') return false;
  const char16_t mark = chain.marks[0];
  if (mark == kRa || mark == kArabicDecimal) return false;
  for (size_t i = 1; i < count; ++i) {
    if (chain.length(i) != 3 || (i + 1 < count && chain.marks[i] != mark)) return false;
  }
  return true;
}

// Four digits that read as a year: before a comma they are one, not a number.
bool is_year_like(const View& view, const Chain& chain) {
  const char16_t* const first = view.folded.data() + chain.groups[0].begin;
  return chain.length(0) == 4 && ((first[0] == u'1' && first[1] == u'9') || (first[0] == u'2' && first[1] == u'0'));
}

bool is_decimal_mark(const View& view, const Chain& chain, size_t before) {
  const char16_t mark = chain.marks[before];
  const uint32_t after = chain.length(before + 1);
  if (mark == kArabicDecimal || mark == u'.') return true;
  if (mark == kRa) return after <= 4;
  if (mark != u',' && mark != kArabicComma && mark != kArabicThousands) return false;
  if (before > 0) return after <= 3;  // thousands were grouped by another mark
  const bool zero = chain.length(0) == 1 && view.folded[chain.groups[0].begin] == u'0';
  return zero || (after <= 2 && !is_year_like(view, chain));
}

bool is_percent_next(const View& view, uint32_t end) {
  return end < view.folded.size() &&
         (view.folded[end] == u'%' || (view.folded[end] == u' ' && end + 1 < view.folded.size() && view.folded[end + 1] == u'%'));
}

// «1.500» but not «1.325», see the top of the file.
bool dot_groups(const View& view, const Chain& chain) {
  return chain.marks[0] != u'.' || chain.count > 2 ||
         (view.folded[chain.groups[1].end - 1] == u'0' && !is_percent_next(view, chain.groups[1].end));
}

Decision decide(const View& view, const Chain& chain) {
  if (chain.count == 1) return {Meaning::one_number, 1};
  if (groups_thousands(view, chain, chain.count) && dot_groups(view, chain)) return {Meaning::one_number, chain.count};
  const size_t before = chain.count - 2;  // the last mark may be the decimal one
  const bool fits = before == 0 || (groups_thousands(view, chain, before + 1) && chain.marks[before] != chain.marks[0]);
  if (fits && is_decimal_mark(view, chain, before)) return {Meaning::one_number, chain.count - 1};
  return {};
}

double read_digits(const View& view, FoldedSpan span, double so_far) {
  for (uint32_t i = span.begin; i < span.end; ++i) so_far = so_far * 10 + (view.folded[i] - u'0');
  return so_far;
}

Token make_number(const View& view, const Chain& chain, size_t groups, size_t whole) {
  Token token{.span = {chain.groups[0].begin, chain.groups[groups - 1].end}, .kind = TokenKind::number, .value = 0};
  for (size_t i = 0; i < groups; ++i) token.value = read_digits(view, chain.groups[i], token.value);
  if (whole < groups) {
    const uint32_t decimals = std::min(chain.length(groups - 1), 255U);
    token.decimals = static_cast<uint8_t>(decimals);
    token.value /= std::pow(10.0, decimals);
  }
  token.grouped = whole > 1;
  return token;
}

}  // namespace

uint32_t append_number(const View& view, uint32_t at, std::vector<Token>& list) {
  if (is_vulgar_fraction(view.folded[at])) {
    list.push_back({.span = {at, at + 1}, .kind = TokenKind::number, .value = vulgar_fraction_value(view.folded[at])});
    return at + 1;
  }
  const Chain chain = read_chain(view, at);
  const Decision decision = decide(view, chain);
  if (decision.meaning == Meaning::one_number) {
    Token token = make_number(view, chain, chain.count, decision.whole_groups);
    if (token.decimals == 0 && token.span.end < view.folded.size() && is_vulgar_fraction(view.folded[token.span.end])) {
      token.value += vulgar_fraction_value(view.folded[token.span.end++]);
    }
    list.push_back(token);
    return token.span.end;
  }
  for (size_t i = 0; i < chain.count; ++i) {
    Chain single;
    single.groups[0] = chain.groups[i];
    list.push_back(make_number(view, single, 1, 1));
    if (i + 1 == chain.count || chain.marks[i] == u' ') continue;
    const uint32_t mark = chain.groups[i].end;
    const TokenKind kind = chain.marks[i] == kRa ? TokenKind::word : TokenKind::punctuation;
    list.push_back({.span = {mark, mark + 1}, .kind = kind});
  }
  return chain.groups[chain.count - 1].end;
}

}  // namespace fihris
