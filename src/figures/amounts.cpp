#include "figures/amounts.h"

#include <algorithm>
#include <cmath>

#include "figures/number_words.h"

namespace fihris {
namespace {

constexpr double kMaxSharedRatio = 20;  // "900 to 1.2 million" shares no million

bool is_plain(const Number& number) { return !number.ordinal && !number.fraction && number.value == number.value; }

bool follows_from(const Words& words, const Number& number) {
  return number.first > 0 && find_link(words, number.first - 1).link == Link::of;
}

// Whether what joins two numbers makes a range of them.
bool joins_range(const Words& words, const Number& low, const Number& high) {
  if (looks_like_year(words, low) && !looks_like_year(words, high)) return false;
  if (low.definite && !low.digits && !high.definite) return false;  // "the three" ends another phrase
  const auto gap = high.first - low.last;
  const bool in_line = !words.tokens[low.last].line_start && !words.tokens[high.first].line_start;
  if (!in_line) return false;
  if (gap == 0) {
    const bool and_range = high.conjunction == kWaw && follows_between(words, low);
    const bool lam_range = high.preposition == 0x0644 && high.conjunction == 0 && follows_from(words, low);
    return and_range || lam_range;
  }
  if (gap > 2) return false;
  const LinkWord link = find_link(words, low.last);
  if (link.last != high.first || link.reading.conjunction != 0 || link.reading.preposition != 0) return false;
  switch (link.link) {
    case Link::to:
      // Downwards it is a change, not a range.
      return high.preposition == 0 && high.conjunction == 0 && low.value <= high.value;
    case Link::and_:
      return follows_between(words, low);
    case Link::or_:
      return low.value < high.value || (!low.scaled && high.scaled && low.value < high.value / high.scale);
    case Link::dash: {
      const bool spaced = words.tokens[low.last].space_before;
      return spaced == words.tokens[high.first].space_before && low.digits &&
             words.tokens[high.first].kind == TokenKind::number;
    }
    default:
      return false;
  }
}

// "5 to 7 million": the first takes the second's scale word.
void share_scale(Number& from, const Number& to) {
  if (from.scaled || !to.scaled || to.scale <= 1 || from.value >= 1000) return;
  if (from.value > kMaxSharedRatio * std::abs(to.value / to.scale)) return;
  from.value *= to.scale;
  from.scale = to.scale;
  from.scaled = true;
}

// "324 and 490 million": a list whose last member has the scale and the unit.
bool joins_list(const Words& words, const Amount& a, const Amount& b) {
  if (a.upper || b.upper || !is_plain(a.number) || !is_plain(b.number)) return false;
  if (looks_like_year(words, a.number) || words.tokens[b.first].line_start) return false;
  if (a.number.scaled && !b.number.scaled) return false;
  if (a.last == b.first) return b.number.conjunction == kWaw;
  const LinkWord link = find_next_link(words, a.last);
  if (link.last != b.first || link.reading.conjunction != 0) return false;
  return link.link == Link::and_ || link.link == Link::or_;
}

// The hundred of "in the hundred" is no number of its own.
uint32_t skip_percent(const Words& words, uint32_t token) {
  if (token >= words.size() || words.tokens[token].line_start) return token;
  const WordMatch* percent = words.find(token, Table::percents);
  return percent == nullptr || percent->reading.conjunction != 0 ? token : token + percent->tokens;
}

Amount make_amount(const Number& number) {
  return {.number = number, .first = number.first, .last = number.last, .begin = number.span.begin};
}

}  // namespace

bool follows_between(const Words& words, const Number& number) {
  if (number.first == 0) return false;
  for (size_t back = 1; back <= 2 && back <= number.first; ++back) {
    const LinkWord link = find_link(words, number.first - back);
    if (link.link == Link::between && link.last == number.first) return true;
  }
  return false;
}

bool looks_like_year(const Words& words, const Number& number) {
  if (!number.digits || number.scaled || number.last != number.first + 1) return false;
  const Token& token = words.tokens[number.first];
  return token.decimals == 0 && !token.grouped && number.value >= 1800 && number.value <= 2100;
}

std::vector<Amount> find_amounts(const Words& words) {
  std::vector<Amount> out;
  for (size_t token = 0; token < words.size();) {
    const auto number = read_number(words, token);
    if (!number) {
      ++token;
      continue;
    }
    token = skip_percent(words, number->last);
    if (!out.empty() && !out.back().upper && is_plain(out.back().number) && is_plain(*number)) {
      Amount& before = out.back();
      if (joins_range(words, before.number, *number)) {
        before.upper = *number;
        before.last = number->last;
        share_scale(before.number, *number);
        continue;
      }
    }
    out.push_back(make_amount(*number));
  }
  for (size_t i = out.size(); i-- > 1;) {
    if (!joins_list(words, out[i - 1], out[i])) continue;
    out[i - 1].shares_next = true;
    share_scale(out[i - 1].number, out[i].number);
  }
  return out;
}

// 33.3 x 10^9 in binary misses 33300000000 by the last bit: a product that close
// to a decimal of up to six places is that decimal, as it was written.
double round_written(double value) {
  constexpr double kPlaces = 1e6;
  constexpr double kLastBits = 1e-14;
  if (std::abs(value) > 1e21) return value;
  double near = std::nearbyint(value);
  if (std::abs(value - near) <= std::abs(value) * kLastBits) return near;
  if (std::abs(value) > 1e9) return value;
  near = std::nearbyint(value * kPlaces) / kPlaces;
  return std::abs(value - near) <= std::abs(value) * kLastBits ? near : value;
}

void set_value(const Amount& amount, double factor, Figure& figure) {
  const Number& low = amount.number;
  if (amount.upper) {
    figure.low = round_written(low.value * factor);
    figure.high = round_written(amount.upper->value * factor);
  } else if (amount.is_vague()) {
    figure.low = low.low * factor;
    figure.high = low.high * factor;
  } else {
    figure.value = round_written(low.value * factor);
  }
}

}  // namespace fihris
