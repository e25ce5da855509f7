#include "names/features.h"

#include <algorithm>

namespace fihris {
namespace {

constexpr uint32_t mix(uint32_t hash, uint32_t value) {
  hash = (hash ^ value) * 0x9E3779B1U;
  return hash ^ (hash >> 15);
}

// Spells keys; `slot` numbers the templates, so that equal facts in different
// places do not meet.
class Speller {
 public:
  explicit Speller(std::vector<uint32_t>& keys) : keys_(keys) {}
  void add(uint32_t slot, uint32_t a) { put(mix(mix(0x5BD1E995U, slot), a)); }
  void add(uint32_t slot, uint32_t a, uint32_t b) { put(mix(mix(mix(0x5BD1E995U, slot), a), b)); }
  void add(uint32_t slot, uint32_t a, uint32_t b, uint32_t c) { put(mix(mix(mix(mix(0x5BD1E995U, slot), a), b), c)); }

 private:
  void put(uint32_t hash) {
    hash *= 0x85EBCA6BU;
    keys_.push_back((hash ^ (hash >> 13)) >> (32 - kKeyBits));
  }
  std::vector<uint32_t>& keys_;
};

constexpr int kHitReach = 2;
const TokenFacts kNothing{};

// Facts at a distance, nothing beyond the sentence.
struct Window {
  const std::vector<TokenFacts>& facts;
  size_t at;
  size_t first;
  size_t last;
  const TokenFacts& operator[](int distance) const {
    const auto place = static_cast<std::ptrdiff_t>(at) + distance;
    if (place < static_cast<std::ptrdiff_t>(first) || place >= static_cast<std::ptrdiff_t>(last)) return kNothing;
    return facts[static_cast<size_t>(place)];
  }
};

// The word itself; part of the lexical keys.
void spell_own_word(const TokenFacts& now, Speller& speller) {
  speller.add(0, now.form);
  speller.add(1, now.stem);
  speller.add(2, now.letters);
  speller.add(5, now.form, now.clitics);
}

// The word with its neighbours; the other lexical keys.
void spell_lexical_pairs(const Window& w, Speller& speller) {
  const TokenFacts& now = w[0];
  speller.add(3, w[-1].form, now.form);
  speller.add(4, now.form, w[1].form);
  speller.add(6, w[-1].mid, now.form);
  speller.add(7, now.form, w[1].mid);
}

// One word seen from a distance: its form, its classes, its shape.
void spell_from_distance(const TokenFacts& there, int distance, Speller& speller) {
  const auto slot = static_cast<uint32_t>(32 + distance);
  if (distance >= -2 && distance <= 2) {
    speller.add(slot, there.fine);
    speller.add(slot + 8, there.mid);
  }
  speller.add(static_cast<uint32_t>(52 + distance), there.coarse);
  switch (distance) {
    case -3:
      speller.add(21, there.form);
      break;
    case -2:
      speller.add(12, there.form);
      break;
    case -1:
      speller.add(10, there.form);
      speller.add(14, there.stem);
      speller.add(150, there.shape);
      break;
    case 1:
      speller.add(11, there.form);
      speller.add(15, there.stem);
      speller.add(151, there.shape);
      speller.add(155, there.clitics);
      break;
    case 2:
      speller.add(13, there.form);
      break;
    default:
      break;
  }
}

void spell_letters(const View& view, const Token& token, const TokenFacts& now, Speller& speller) {
  const uint32_t begin = now.begin;
  const uint32_t stem = begin + ((now.clitics & 4U) != 0 && token.span.end - begin > 3 ? 2U : 0U);
  const std::u16string_view word = view.text({stem, token.span.end});
  uint32_t head = 0x1234567U;
  uint32_t tail = 0x7654321U;
  const size_t size = word.size();
  for (uint32_t n = 0; n < 5 && n < size; ++n) {
    head = mix(head, word[n]);
    tail = mix(tail, word[size - 1 - n]);
    speller.add(80 + n, head);
    speller.add(88 + n, tail);
  }
  for (size_t n = 0; n + 3 <= size && n < 8; ++n) speller.add(96, mix(mix(word[n], word[n + 1]), word[n + 2]));
  const auto length = static_cast<uint32_t>(std::min<size_t>(size, 12));
  speller.add(97, length, now.clitics);
  speller.add(98, now.shape);
  speller.add(99, now.clitics);
  speller.add(100, now.frequency, length);
  speller.add(69, now.mid, now.clitics);
}

void spell_pairs(const Window& w, Speller& speller) {
  const TokenFacts& now = w[0];
  speller.add(16, w[-2].form, w[-1].form);
  speller.add(17, w[1].form, w[2].form);
  speller.add(18, w[-1].form, now.mid);
  speller.add(19, now.mid, w[1].form);
  speller.add(20, w[-1].form, now.shape);
  speller.add(60, w[-1].fine, now.fine);
  speller.add(61, now.fine, w[1].fine);
  speller.add(62, w[-1].mid, now.mid);
  speller.add(63, now.mid, w[1].mid);
  speller.add(64, w[-2].mid, w[-1].mid);
  speller.add(65, w[1].mid, w[2].mid);
  speller.add(66, w[-1].coarse, now.coarse, w[1].coarse);
  speller.add(67, w[-2].coarse, w[-1].coarse, now.coarse);
  speller.add(68, now.coarse, w[1].coarse, w[2].coarse);
  speller.add(152, w[-1].shape, now.shape, w[1].shape);
  speller.add(153, w[-1].clitics, now.clitics);
  speller.add(154, now.clitics, w[1].clitics);
  speller.add(156, w[-1].mid, now.clitics, w[1].clitics);
  speller.add(101, now.quoted);
  speller.add(102, now.line, now.shape);
  speller.add(103, now.quoted, now.mid);
}

// A token's lexicon hits seen from a distance.
void spell_hits(const TokenFacts& there, int distance, Speller& speller) {
  const auto slot = static_cast<uint32_t>(122 + distance);
  for (size_t n = 0; n < there.hit_count; ++n) speller.add(slot, there.hits[n]);
  if (distance == 0) speller.add(130, there.hit_set);
  if (distance == -1) speller.add(142, there.hit_set);
  if (distance == 1) speller.add(143, there.hit_set);
}

void spell_hit_pairs(const Window& w, Speller& speller) {
  const TokenFacts& now = w[0];
  speller.add(131, w[-1].hit_set, now.hit_set);
  speller.add(132, now.hit_set, w[1].hit_set);
  speller.add(133, now.hit_set, w[-1].form);
  speller.add(134, now.hit_set, w[1].form);
  speller.add(135, now.hit_set, w[-1].mid);
  speller.add(136, now.hit_set, w[1].mid);
  speller.add(137, now.hit_set, now.mid);
  speller.add(138, w[-1].hit_set, now.form);
  speller.add(139, w[-1].hit_set, now.mid);
  speller.add(140, w[-1].hit_set, now.hit_set, w[1].hit_set);
  speller.add(141, w[-2].hit_set, w[-1].hit_set, now.hit_set);
}

// What stands beside the same word elsewhere in the text.
void spell_elsewhere(const std::vector<TokenFacts>& facts, size_t i, Speller& speller) {
  const TokenFacts& now = facts[i];
  for (size_t k = 0; k < now.elsewhere_count; ++k) {
    const size_t there = now.elsewhere[k];
    const TokenFacts& before = there > 0 ? facts[there - 1] : kNothing;
    const TokenFacts& after = there + 1 < facts.size() ? facts[there + 1] : kNothing;
    speller.add(160, before.mid);
    speller.add(161, after.mid);
    speller.add(162, facts[there].hit_set);
    speller.add(163, before.hit_set);
    speller.add(164, before.form);
    speller.add(165, after.form);
    speller.add(166, before.hit_set, now.hit_set);
    speller.add(167, after.hit_set, now.hit_set);
    speller.add(168, facts[there].quoted, facts[there].clitics);
  }
  speller.add(169, now.elsewhere_count, now.frequency);
}

}  // namespace

uint64_t word_signature(const View& view, const Token& token, const TokenFacts& facts) {
  const uint32_t text = token.kind == TokenKind::number ? hash_units(view.text({facts.begin, token.span.end})) : 0;
  const uint32_t other = mix(mix(mix(facts.clitics, facts.shape), text), facts.form);
  return static_cast<uint64_t>(facts.letters) << 32U | other;
}

void append_word_keys(const View& view, const Token& token, const TokenFacts& facts, int distance,
                      std::vector<uint32_t>& keys) {
  Speller speller(keys);
  spell_from_distance(facts, distance, speller);
  if (distance != 0) return;
  spell_own_word(facts, speller);
  spell_letters(view, token, facts, speller);
}

void append_edge_keys(int distance, std::vector<uint32_t>& keys) {
  Speller speller(keys);
  spell_from_distance(kNothing, distance, speller);
}

void append_context_keys(const std::vector<TokenFacts>& facts, size_t i, size_t first, size_t last,
                         std::vector<uint32_t>& keys) {
  Speller speller(keys);
  const Window window{facts, i, first, last};
  spell_lexical_pairs(window, speller);
  for (int distance = -kHitReach; distance <= kHitReach; ++distance) spell_hits(window[distance], distance, speller);
  spell_pairs(window, speller);
  spell_hit_pairs(window, speller);
  spell_elsewhere(facts, i, speller);
}

void append_keys(const View& view, const Tokens& tokens, const std::vector<TokenFacts>& facts, size_t i, size_t first,
                 size_t last, std::vector<uint32_t>& keys) {
  Speller speller(keys);
  const Window window{facts, i, first, last};
  spell_own_word(facts[i], speller);
  spell_lexical_pairs(window, speller);
  for (int distance = -kWordReach; distance <= kWordReach; ++distance)
    spell_from_distance(window[distance], distance, speller);
  spell_letters(view, tokens[i], facts[i], speller);
  for (int distance = -kHitReach; distance <= kHitReach; ++distance) spell_hits(window[distance], distance, speller);
  spell_pairs(window, speller);
  spell_hit_pairs(window, speller);
  spell_elsewhere(facts, i, speller);
}

}  // namespace fihris
