// Vague amounts and ordinals.
#include <cmath>

#include "figures/number_tails.h"

namespace fihris {
namespace {

constexpr int kMaxVagueScales = 3;

uint32_t size_of(const Words& words) { return static_cast<uint32_t>(words.size()); }

// "... of thousands", "... of the thousands": scale words after a vague one.
void multiply_vague(const Words& words, Number& number) {
  for (int i = 0; i < kMaxVagueScales; ++i) {
    auto next = find_inner_word(words, number.last, size_of(words));
    if (const LinkWord link = find_next_link(words, number.last);
        link.link == Link::of && link.reading.conjunction == 0) {
      next = find_inner_word(words, link.last, size_of(words));
      if (next && !next->reading.article) next.reset();
    }
    if (!next) return;
    const bool multiplies = next->role == NumberRole::scale || next->role == NumberRole::scales ||
                            next->role == NumberRole::hundred || next->role == NumberRole::vague;
    if (!multiplies) return;
    number.low *= next->value;
    number.high *= next->value;
    number.scale *= next->value;
    number.scaled = true;
    number.last = next->last;
  }
}

// "a few and twenty", "a bit and a hundred": something above the number after "and".
bool read_joined_base(const Words& words, Number& number, double least, double most) {
  const auto joint = find_joint(words, number.last, size_of(words));
  if (!joint) return false;
  const auto base = read_sum(words, joint->token, size_of(words), false, joint->inside);
  if (!base || std::fmod(base->value, 10) != 0) return false;
  number.low = base->value + least;
  number.high = base->value + most;
  number.last = base->last;
  return true;
}

// An ordinal word of the table, with the spelling its role asks for.
struct OrdinalWord {
  double value = 0;
  std::string_view role;
  uint32_t last = 0;
  Reading reading;
};

std::optional<OrdinalWord> find_ordinal_word(const Words& words, size_t token) {
  const WordMatch* match = words.find(token, Table::ordinals);
  if (match == nullptr) return std::nullopt;
  OrdinalWord out{.value = row_value(Table::ordinals, match->row),
                  .role = row_cell(Table::ordinals, match->row, ordinals_columns::role),
                  .last = static_cast<uint32_t>(token + match->tokens),
                  .reading = match->reading};
  const char16_t last_letter = words.view.letters[words.tokens[token].span.end - 1];
  // Without its alef maqsura "first" is "preliminary"; without the article
  // "second" is a second of time, or "again".
  if (out.role == "maqsura" && last_letter != 0x0649 && !out.reading.article) return std::nullopt;
  if (out.role == "feminine" && !out.reading.article) return std::nullopt;
  return out;
}

// tens after an ordinal unit, a hundred or scale after "after".
void extend_ordinal(const Words& words, Number& number, std::string_view role) {
  const uint32_t limit = size_of(words);
  if (role != "teen" && role != "ten") {
    if (const auto joint = find_joint(words, number.last, limit)) {
      const auto tens = find_inner_word(words, joint->token, limit, joint->inside);
      if (tens && tens->role == NumberRole::tens) {
        number.value += tens->value;
        number.last = tens->last;
      }
    }
  }
  const LinkWord link = find_next_link(words, number.last);
  if (link.link != Link::after || link.reading.conjunction != 0) return;
  const auto base = find_inner_word(words, link.last, limit);
  if (!base || base->value < 100 || !base->reading.article) return;
  number.value += base->value;
  number.last = base->last;
}

}  // namespace

std::optional<Number> read_vague(const Words& words, size_t token) {
  const auto head = find_number_word(words, token);
  if (!head) return std::nullopt;
  Number out{.last = head->last};
  if (head->role == NumberRole::few || head->role == NumberRole::several) {
    out.low = 3;
    out.high = 9;
    if (read_joined_base(words, out, 3, 9)) return out;
    const auto ten = find_inner_word(words, out.last, size_of(words));
    if (ten && ten->role == NumberRole::ten) {
      out.low = 13;
      out.high = 19;
      out.last = ten->last;
    }
  } else if (head->role == NumberRole::bit) {
    if (!read_joined_base(words, out, 1, 9)) return std::nullopt;
  } else if (head->role == NumberRole::vague || head->role == NumberRole::scales) {
    out.low = head->value == 10 ? 20 : head->value;
    out.high = head->value * 10;
    out.scale = head->value;
    out.scaled = head->role == NumberRole::scales;
  } else {
    return std::nullopt;
  }
  const uint32_t last = out.last;
  multiply_vague(words, out);
  out.several = head->role == NumberRole::several && out.last == last;
  return out;
}

std::optional<Number> read_ordinal(const Words& words, size_t token) {
  if (token >= words.size()) return std::nullopt;
  Number out{.first = static_cast<uint32_t>(token), .ordinal = true};
  Reading reading;
  const auto head = find_ordinal_word(words, token);
  if (head) {
    out.value = head->value;
    out.last = head->last;
    reading = head->reading;
    extend_ordinal(words, out, head->role);
    if (head->role == "eleventh" && out.value < 11) return std::nullopt;
  } else {
    // "the hundred and seventeenth": round definite cardinals, then an ordinal.
    const auto base = find_number_word(words, token);
    if (!base || !base->reading.article) return std::nullopt;
    const auto sum = read_sum(words, token, size_of(words));
    const auto joint = sum ? find_joint_any(words, sum->last) : std::nullopt;
    if (!joint || std::fmod(sum->value, 100) != 0) return std::nullopt;
    const auto tail = find_ordinal_word(words, joint->token);
    if (!tail || tail->reading.preposition != 0 || (tail->reading.conjunction == kWaw) != joint->inside)
      return std::nullopt;
    out.value = tail->value;
    out.last = tail->last;
    reading = base->reading;
    extend_ordinal(words, out, tail->role);
    out.value += sum->value;
  }
  out.definite = reading.article;
  out.conjunction = reading.conjunction;
  out.preposition = reading.preposition;
  out.span = {reading.name, words.tokens[out.last - 1].span.end};
  set_glued_letters(words, out);
  return out;
}

}  // namespace fihris
