#include "figures/number_tails.h"

#include <cmath>

namespace fihris {
namespace {

uint32_t size_of(const Words& words) { return static_cast<uint32_t>(words.size()); }

bool is_whole(double value) { return value == std::floor(value); }

// Tenths the digits of a whole number stand for: 55 -> 0.55.
double shift_below_one(double whole, int zeros) {
  double size = 1;
  while (size <= whole) size *= 10;
  for (int i = 0; i < zeros; ++i) size *= 10;
  return size > 1 ? whole / size : 0;
}

bool is_multiplier(const NumberWord& word) {
  return word.role == NumberRole::scale || word.role == NumberRole::scales || word.role == NumberRole::accusative;
}

// 10, 100, 1000, 10,000 ... as words, at a token: what decimals are counted in.
std::optional<Part> read_power_of_ten(const Words& words, size_t token) {
  const auto sum = read_sum(words, token, size_of(words), false, false);
  if (!sum || sum->digits || sum->value < 10) return std::nullopt;
  const double power = std::round(std::log10(sum->value));
  if (std::abs(std::pow(10, power) - sum->value) > 0.5) return std::nullopt;
  return Part{sum->value, sum->last};
}

bool has_damma(const Words& words, size_t token, const Reading& reading) {
  if (words.tokens[token].span.end - reading.stem != 3) return false;
  const Span letter = words.view.to_source({reading.stem, reading.stem + 1});
  for (uint32_t i = letter.begin; i < letter.end; ++i) {
    if (words.view.source[i] == 0x064F) return true;
  }
  return false;
}

// "[part] of a hundred"
std::optional<Part> read_of_power(const Words& words, uint32_t token) {
  LinkWord link = find_next_link(words, token);
  if (link.link == Link::part && link.reading.conjunction == 0) link = find_next_link(words, link.last);
  if (link.link != Link::of || link.reading.conjunction != 0) return std::nullopt;
  return read_power_of_ten(words, link.last);
}

}  // namespace

std::optional<Part> read_fraction(const Words& words, size_t token, bool first, bool joined) {
  const uint32_t limit = size_of(words);
  const auto head = first ? find_number_word(words, token) : find_inner_word(words, token, limit, joined);
  if (head && head->role == NumberRole::fraction) return Part{1 / head->value, head->last};
  // An eighth is also a price: only "and an eighth" is sure.
  if (head && head->role == NumberRole::eighth && joined) return Part{1 / head->value, head->last};
  if (head && head->role == NumberRole::colloquial_half) {
    // Also "text": only before a unit, or at a phrase's end after "and".
    const bool unit =
        head->last < limit && !words.tokens[head->last].line_start && words.find(head->last, Table::units) != nullptr;
    const bool end = head->last >= limit || words.tokens[head->last].line_start ||
                     words.tokens[head->last].kind == TokenKind::punctuation;
    if (!(first ? unit : end || unit)) return std::nullopt;
    return Part{0.5, head->last};
  }
  // A damma on the first letter tells "a fifth" from "five".
  if (head && head->role == NumberRole::unit && head->value >= 3 && has_damma(words, token, head->reading)) {
    return Part{1 / head->value, head->last};
  }
  if (head && head->role == NumberRole::two_parts) return Part{2 / head->value, head->last};
  double count = 0;
  uint32_t last = 0;
  if (head && (head->role == NumberRole::unit || head->role == NumberRole::ten)) {
    count = head->value;
    last = head->last;
  } else if (!head && words.tokens[token].kind == TokenKind::number && words.tokens[token].value < 100) {
    count = words.tokens[token].value;
    last = static_cast<uint32_t>(token + 1);
  }
  if (count < 2 || last >= limit) return std::nullopt;
  const auto parts = find_inner_word(words, last, limit);
  if (!parts || parts->role != NumberRole::parts) return std::nullopt;
  return Part{count / parts->value, parts->last};
}

std::optional<Number> read_digit_fraction(const Words& words, size_t token) {
  const auto is_number = [&](size_t at) {
    return at < words.size() && words.tokens[at].kind == TokenKind::number && words.tokens[at].decimals == 0;
  };
  const auto is_glued = [&](size_t at) { return !words.tokens[at].space_before && !words.tokens[at].line_start; };
  double whole = 0;
  size_t at = token;
  if (is_number(at) && is_number(at + 1) && words.tokens[at].value < 1000 && !words.tokens[at + 1].line_start) {
    whole = words.tokens[at].value;
    ++at;
  }
  const bool fits = is_number(at) && at + 2 < words.size() && find_next_link(words, at + 1).link == Link::slash &&
                    is_number(at + 2) && is_glued(at + 1) && is_glued(at + 2);
  if (!fits) return std::nullopt;
  // More slashes make a date or a path.
  if (at + 3 < words.size() && is_glued(at + 3) && find_next_link(words, at + 3).link == Link::slash)
    return std::nullopt;
  const double above = words.tokens[at].value;
  const double below = words.tokens[at + 2].value;
  if (below < 2 || below > 10 || above < 1 || above > 99 || (whole > 0 && above >= below)) return std::nullopt;
  Number out{.last = static_cast<uint32_t>(at + 3), .value = whole + above / below, .fraction = whole == 0};
  return out;
}

void read_decimals(const Words& words, Number& number) {
  const LinkWord link = find_next_link(words, number.last);
  if (link.link != Link::point || link.reading.preposition != 0 || link.reading.article) return;
  uint32_t at = link.last;
  int zeros = 0;
  for (; zeros < 6; ++zeros) {
    const auto zero = find_inner_word(words, at, size_of(words));
    if (!zero || zero->role != NumberRole::unit || zero->value != 0) break;
    at = zero->last;
  }
  const auto tail = at < words.size() && !words.tokens[at].line_start
                        ? read_sum(words, at, size_of(words), false, false)
                        : std::nullopt;
  if (!tail && zeros == 0) return;
  const double whole = number.value;
  number.digits = false;
  number.last = at;
  if (!tail) return;
  const bool scaled = tail->terms == 1 && tail->scale > 1 && tail->factor != 1;
  const double part = shift_below_one(scaled ? tail->factor : tail->value, zeros);
  number.value = (whole + part) * (scaled ? tail->scale : 1);
  number.scaled = scaled;
  number.scale = scaled ? tail->scale : 1;
  number.last = tail->last;
}

void read_remainder(const Words& words, Number& number) {
  const uint32_t limit = size_of(words);
  const auto joint = find_joint(words, number.last, limit);
  double sign = 1;
  std::optional<Part> part;
  if (joint) {
    part = read_fraction(words, joint->token, false, joint->inside);
    const auto head = find_number_word(words, joint->token);
    if (part && head && head->reading.article) part.reset();
  } else if (const LinkWord link = find_next_link(words, number.last);
             link.link == Link::except && link.last < limit && !words.tokens[link.last].line_start) {
    part = read_fraction(words, link.last, false, false);
    sign = -1;
  }
  if (!part) return;
  const auto scale = find_inner_word(words, part->last, limit);
  if (scale && is_multiplier(*scale)) {
    if (!number.scaled) {
      number.value = (number.value + sign * part->value) * scale->value;
      number.scale = scale->value;
      number.scaled = true;
    } else {
      number.value += sign * part->value * scale->value;
    }
    number.last = scale->last;
    number.digits = false;
    return;
  }
  // "20 and half of the people" is two figures.
  if (!number.scaled && part->last < limit && !words.tokens[part->last].line_start) {
    for (const Reading& reading : words.tokens.readings(part->last)) {
      if (reading.article && reading.conjunction == 0 && reading.preposition == 0) return;
    }
  }
  number.value += sign * part->value * number.scale;
  number.last = part->last;
  number.digits = false;
}

void read_bit(const Words& words, Number& number) {
  const auto joint = find_joint(words, number.last, size_of(words));
  if (!joint || !is_whole(number.value) || number.value < 10) return;
  const auto bit = find_inner_word(words, joint->token, size_of(words), joint->inside);
  if (!bit || bit->role != NumberRole::bit) return;
  double step = number.scaled ? number.scale : 10;
  while (!number.scaled && step < 100 && std::fmod(number.value, step * 10) == 0) step *= 10;
  number.low = number.value + 1;
  number.high = number.value + step - 1;
  number.value = kNoValue;
  number.last = bit->last;
}

void read_tenths(const Words& words, size_t token, Number& number) {
  if (number.digits || !is_whole(number.value)) return;
  const uint32_t limit = size_of(words);
  if (const auto joint = find_joint(words, number.last, limit)) {
    const auto tail = read_sum(words, joint->token, limit, false, joint->inside);
    const auto power = tail ? read_of_power(words, tail->last) : std::nullopt;
    if (!power || tail->digits || tail->value >= power->value) return;
    number.value += tail->value / power->value;
    number.last = power->last;
    return;
  }
  const auto power = read_of_power(words, number.last);
  if (!power || number.value < power->value) return;
  // The greedy sum took the decimals in: cut it at its first "and" that fits.
  for (uint32_t cut = static_cast<uint32_t>(token) + 1; cut < number.last; ++cut) {
    const auto joint = find_joint(words, cut, limit);
    if (!joint) continue;
    const auto whole = read_sum(words, token, cut, true);
    const auto tail = read_sum(words, joint->token, number.last, false, joint->inside);
    if (!whole || whole->last != cut || !tail || tail->last != number.last || tail->value >= power->value) continue;
    number.value = whole->value + tail->value / power->value;
    number.last = power->last;
    return;
  }
}

void set_glued_letters(const Words& words, Number& number) {
  if (number.first == 0 || words.tokens[number.first].line_start) return;
  const Token& before = words.tokens[number.first - 1];
  if (before.kind != TokenKind::word || before.span.end - before.span.begin != 1) return;
  const char16_t letter = words.view.folded[before.span.begin];
  if (letter == kWaw || letter == 0x0641) number.conjunction = letter;
  if (letter == 0x0628 || letter == 0x0644 || letter == 0x0643) number.preposition = letter;
}

bool has_tanwin(const Words& words, size_t token) {
  const Span span = words.view.to_source(words.tokens[token].span);
  for (uint32_t i = span.begin; i < span.end; ++i) {
    if (words.view.source[i] == 0x064B) return true;
  }
  return false;
}

}  // namespace fihris
