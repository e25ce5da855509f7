// Numbers in digits. A chain is digit groups with one separator between each
// two and no space; which chains are one number, and which are dates,
// addresses, versions or lists, is decided here by the lengths of the groups.
//
//   one number   1,234,567   1.234.567   1'234   1 234 567   1.5   3,6   1.234,56   1ra5
//   none         9.2.2021    1.2.3.4     10,20,30            2020,2021
//
// A comma or dot before exactly three digits is ambiguous; Token::other keeps
// the reading that lost. What news does, counted on two years of it:
//   - before billion or trillion both are decimal marks ("2,650 billion");
//     before million, thousand or percent the dot is, the comma groups;
//   - otherwise the comma groups, and so does the dot after two or three digits
//     or before 00 ("1.500", "45.320"); after one digit it is a decimal mark.
//
// Agencies write ra for the decimal mark. In nearly all news the parts then
// stand in the order in which they are *seen* from the left, fraction first:
// "5ra0" is 0.5, "61ra58" is 58.61, "951ra625ra34" is 34,625,951. A few write whole part
// first; a fraction that begins with 0 ("1ra08") gives them away.
#include "text/digit_groups.h"

#include <algorithm>
#include <cmath>

#include "text/characters.h"

namespace fihris {
namespace {

bool is_apostrophe(char16_t c) { return c == u'\'' || c == u'\u2019' || c == u'\u02BC' || c == u'\u2032'; }

bool is_separator(char16_t c) {
  return c == u'.' || c == u',' || c == kArabicComma || c == kArabicDecimal || c == kArabicThousands || c == kRa ||
         is_apostrophe(c) || c == u' ';
}

uint32_t skip_digits(std::u16string_view text, uint32_t at) {
  while (at < text.size() && is_ascii_digit(text[at])) ++at;
  return at;
}

// How the words after an ambiguous chain speak for the decimal mark.
enum class Follower : uint8_t { other, scale, large_scale };

// Beginnings of scale words and of "in the hundred", folded: there is no table
// below the figures room, and only this question is asked of them here.
constexpr std::u16string_view kScaleBegins[] = {
    u"\u0645\u0644\u064A\u0648\u0646",               // million
    u"\u0645\u0644\u0627\u064A\u064A\u0646",         // millions
    u"\u0627\u0644\u0641",                           // thousand
    u"\u0641\u064A \u0627\u0644\u0645\u0626",        // in the hundred
    u"\u0641\u064A \u0627\u0644\u0645\u064A\u0647",  // the same, folded
    u"\u0641\u064A \u0627\u0644\u0645\u0627",
    u"\u0628\u0627\u0644\u0645\u064A\u0647",
    u"\u0628\u0627\u0644\u0645\u0627\u064A\u0647",
    u"%",
};
constexpr std::u16string_view kLargeScaleBegins[] = {
    u"\u0645\u0644\u064A\u0627\u0631",              // milliard
    u"\u0628\u0644\u064A\u0648\u0646",              // billion
    u"\u0628\u0644\u0627\u064A\u064A\u0646",        // billions
    u"\u062A\u0631\u064A\u0644\u064A\u0648\u0646",  // trillion
    u"\u062A\u0631\u0644\u064A\u0648\u0646",
};

template <typename List>
bool begins_with_any(std::u16string_view text, const List& list) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::u16string_view begin) { return text.substr(0, begin.size()) == begin; });
}

Follower find_follower(std::u16string_view text, uint32_t end) {
  text.remove_prefix(end);
  while (!text.empty() && (text[0] == u' ' || text[0] == u')')) text.remove_prefix(1);
  if (begins_with_any(text, kLargeScaleBegins)) return Follower::large_scale;
  return begins_with_any(text, kScaleBegins) ? Follower::scale : Follower::other;
}

}  // namespace

bool NumberReader::is_grouping_space(const Chain& chain, uint32_t at) const {
  const std::u16string_view text = view_.folded;
  const uint32_t next = skip_digits(text, at + 1);
  const uint32_t begin = chain.groups[0].begin;
  if (next - (at + 1) != 3 || chain.length(0) > 3 || text[begin] == u'0') return false;
  if (chain.count > 1) return chain.marks[0] == u' ';
  if (view_.source[view_.begins[at]] != u' ') return true;  // a thin or non-breaking space was typed for this
  // An ordinary space: not inside a row of numbers, and not where both parts
  // could be numbers of their own ("150 300").
  const bool row_before = begin >= 2 && text[begin - 1] == u' ' && is_ascii_digit(text[begin - 2]);
  const bool row_after = next + 1 < text.size() && text[next] == u' ' && is_ascii_digit(text[next + 1]);
  const bool more = row_after && skip_digits(text, next + 1) == next + 4;
  if (row_before || (row_after && !more)) return false;
  return more || chain.length(0) < 3 || text.substr(at + 1, 3) == u"000";
}

Chain NumberReader::read_chain(uint32_t at) const {
  const std::u16string_view text = view_.folded;
  Chain chain;
  while (chain.count < kLongestChain) {
    const uint32_t end = skip_digits(text, at);
    chain.groups[chain.count++] = {at, end};
    if (end + 1 >= text.size() || !is_separator(text[end]) || !is_ascii_digit(text[end + 1])) break;
    if (text[end] == u' ' && !is_grouping_space(chain, end)) break;
    if (chain.count == kLongestChain) break;
    chain.marks[chain.count - 1] = text[end];
    at = end + 1;
  }
  return chain;
}

// The first `count` groups are thousands with one and the same separator.
bool NumberReader::groups_thousands(const Chain& chain, size_t count) const {
  if (count < 2 || chain.length(0) > 3 || view_.folded[chain.groups[0].begin] == u'0') return false;
  const char16_t mark = chain.marks[0];
  if (mark == kRa || mark == kArabicDecimal) return false;
  for (size_t i = 1; i < count; ++i) {
    if (chain.length(i) != 3 || (i + 1 < count && chain.marks[i] != mark)) return false;
  }
  return true;
}

// Four digits that read as a year: before a comma they are one, not a number.
bool NumberReader::is_year_like(FoldedSpan group) const {
  const char16_t* const first = view_.folded.data() + group.begin;
  return group.end - group.begin == 4 &&
         ((first[0] == u'1' && first[1] == u'9') || (first[0] == u'2' && first[1] == u'0'));
}

// The mark after the group `before` can be a decimal one.
bool NumberReader::is_decimal_mark(const Chain& chain, size_t before) const {
  const char16_t mark = chain.marks[before];
  const uint32_t after = chain.length(before + 1);
  if (mark == kArabicDecimal || mark == u'.') return true;
  if (mark != u',' && mark != kArabicComma && mark != kArabicThousands) return false;
  if (before > 0) return after <= 3;  // thousands were grouped by another mark
  const bool zero = chain.length(0) == 1 && view_.folded[chain.groups[0].begin] == u'0';
  return zero || (after <= 2 && !is_year_like(chain.groups[0]));
}

// One separator before three digits: does it group? See the top of the file.
bool NumberReader::prefers_grouping(const Chain& chain) const {
  const char16_t mark = chain.marks[0];
  if (chain.count != 2 || (mark != u'.' && mark != u',' && mark != kArabicComma)) return true;
  const Follower follower = find_follower(view_.folded, chain.groups[1].end);
  if (follower == Follower::large_scale) return false;
  if (mark != u'.') return true;
  if (follower == Follower::scale) return false;
  return chain.length(0) > 1 || view_.folded.compare(chain.groups[1].begin + 1, 2, u"00") == 0;
}

double NumberReader::read_groups(const Chain& chain, size_t count) const {
  double value = 0;
  for (size_t i = 0; i < count; ++i) {
    for (uint32_t k = chain.groups[i].begin; k < chain.groups[i].end; ++k)
      value = value * 10 + (view_.folded[k] - u'0');
  }
  return value;
}

std::optional<Token> NumberReader::read_number(const Chain& chain) {
  const FoldedSpan span = {chain.groups[0].begin, chain.groups[chain.count - 1].end};
  Token token{.span = span, .kind = TokenKind::number};
  const double digits = read_groups(chain, chain.count);
  const uint32_t last = chain.length(chain.count - 1);
  const double fraction = digits / std::pow(10.0, last);
  if (chain.count == 1) {
    token.value = digits;
    return token;
  }
  if (std::find(chain.marks.begin(), chain.marks.begin() + chain.count - 1, kRa) !=
      chain.marks.begin() + chain.count - 1) {
    return read_with_ra(chain, token);
  }
  if (groups_thousands(chain, chain.count)) {
    token.grouped = prefers_grouping(chain);
    token.value = token.grouped ? digits : fraction;
    token.decimals = static_cast<uint8_t>(token.grouped ? 0 : 3);
    const bool ambiguous = chain.count == 2 && chain.marks[0] != u' ' && !is_apostrophe(chain.marks[0]);
    if (ambiguous) token.other = token.grouped ? fraction : digits;
    return token;
  }
  const size_t before = chain.count - 2;  // the last mark may be the decimal one
  const bool fits = before == 0 || (groups_thousands(chain, before + 1) && chain.marks[before] != chain.marks[0]);
  if (!fits || !is_decimal_mark(chain, before)) return std::nullopt;
  token.value = fraction;
  token.decimals = static_cast<uint8_t>(std::min(last, 255U));
  token.grouped = before > 0;
  return token;
}

// The mark is ra somewhere: both orders of the parts are met, see the top.
std::optional<Token> NumberReader::read_with_ra(const Chain& chain, Token token) {
  Chain parts = chain;
  const size_t marks = chain.count - 1;
  const bool all_ra = static_cast<size_t>(std::count(chain.marks.begin(), chain.marks.begin() + marks, kRa)) == marks;
  if (!all_ra && chain.marks[marks - 1] != kRa && chain.marks[0] != kRa) return std::nullopt;
  const bool fraction_first = all_ra ? puts_fraction_first(chain) : chain.marks[0] == kRa;
  if (fraction_first && all_ra) {
    std::reverse(parts.groups.begin(), parts.groups.begin() + chain.count);
  } else if (fraction_first) {  // 5ra1,234
    std::rotate(parts.groups.begin(), parts.groups.begin() + 1, parts.groups.begin() + chain.count);
  }
  const double digits = read_groups(parts, parts.count);
  const FoldedSpan tail = parts.groups[marks];
  const uint32_t last = tail.end - tail.begin;
  bool groups = all_ra && parts.length(0) <= 3 && (marks > 1 || view_.folded.compare(tail.begin + 1, 2, u"00") == 0);
  for (size_t i = 1; i <= marks; ++i) groups = groups && parts.length(i) == 3;
  if (groups && view_.folded[parts.groups[0].begin] == u'0') groups = false;
  if (!groups && all_ra && marks > 1) return std::nullopt;
  token.grouped = groups || marks > 1;
  token.value = groups ? digits : digits / std::pow(10.0, last);
  token.decimals = static_cast<uint8_t>(groups ? 0 : std::min(last, 255U));
  return token;
}

bool NumberReader::puts_fraction_first(const Chain& chain) {
  if (chain.count > 2) return chain.length(chain.count - 1) < 3 || chain.length(0) == 3;
  const FoldedSpan left = chain.groups[0];
  const FoldedSpan right = chain.groups[1];
  const bool left_zero = view_.folded[left.begin] == u'0';
  const bool right_zero = view_.folded[right.begin] == u'0';
  if (left_zero) return left.end - left.begin > 1;                    // 03ra20; 0ra3 is 0.3
  if (right_zero && chain.length(1) > 1) return chain.length(0) > 1;  // 47ra09 is a clock time, 1ra08 is not
  if (chain.length(1) == 3 && chain.length(0) < 3) return text_puts_fraction_first();  // 42ra195
  return true;
}

// Another number of the text shows the order: a whole part of 0 that comes
// last, or a first part that only a fraction can be.
bool NumberReader::text_puts_fraction_first() {
  if (order_known_) return fraction_first_;
  order_known_ = true;
  const std::u16string_view text = view_.folded;
  for (size_t ra = text.find(kRa); ra != std::u16string_view::npos; ra = text.find(kRa, ra + 1)) {
    if (ra == 0 || ra + 1 >= text.size() || !is_ascii_digit(text[ra - 1]) || !is_ascii_digit(text[ra + 1])) continue;
    uint32_t begin = static_cast<uint32_t>(ra);
    while (begin > 0 && is_ascii_digit(text[begin - 1])) --begin;
    const uint32_t end = skip_digits(text, static_cast<uint32_t>(ra) + 1);
    const bool zero_last = text[ra + 1] == u'0' && end == ra + 2;
    const bool zero_first = text[begin] == u'0' && ra - begin > 1;
    if (zero_last || zero_first || end - ra > 4) fraction_first_ = true;
  }
  return fraction_first_;
}

uint32_t NumberReader::append_number(uint32_t at, std::vector<Token>& list) {
  const std::u16string_view text = view_.folded;
  if (is_vulgar_fraction(text[at])) {
    list.push_back({.span = {at, at + 1}, .kind = TokenKind::number, .value = vulgar_fraction_value(text[at])});
    return at + 1;
  }
  const Chain chain = read_chain(at);
  if (std::optional<Token> token = read_number(chain)) {
    if (token->decimals == 0 && token->span.end < text.size() && is_vulgar_fraction(text[token->span.end])) {
      token->value += vulgar_fraction_value(text[token->span.end++]);
    }
    list.push_back(*token);
    return token->span.end;
  }
  return append_apart(chain, list);
}

// A date, an address, a version, a list: groups and marks one by one.
uint32_t NumberReader::append_apart(const Chain& chain, std::vector<Token>& list) {
  for (size_t i = 0; i < chain.count; ++i) {
    Chain single;
    single.groups[0] = chain.groups[i];
    single.count = 1;
    list.push_back({.span = chain.groups[i], .kind = TokenKind::number, .value = read_groups(single, 1)});
    if (i > 0 && chain.marks[i - 1] == u' ') list.back().space_before = true;
    if (i + 1 == chain.count || chain.marks[i] == u' ') continue;
    const uint32_t mark = chain.groups[i].end;
    const TokenKind kind = chain.marks[i] == kRa ? TokenKind::word : TokenKind::punctuation;
    list.push_back({.span = {mark, mark + 1}, .kind = kind});
  }
  return chain.groups[chain.count - 1].end;
}

}  // namespace fihris
