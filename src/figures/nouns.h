// Whether a word can be what a number counts. Listed nouns are sure; other
// words are judged by closed lists (prepositions, pronouns, particles) and by
// the endings that verbs have. It looks at single words, not at sentences.
#pragma once
#include <cstdint>

#include "figures/amounts.h"

namespace fihris {

enum class NounForm : uint8_t { none, unlisted, one, two, many };

struct Noun {
  NounForm form = NounForm::none;
  uint32_t last = 0;  // one past its last token
  Reading reading;
  bool definite = false;  // article or a possessive ending
};

// The noun at a token; proclitics cut only when `proclitics`.
[[nodiscard]] Noun find_noun(const Words& words, uint32_t token, bool proclitics);

// An unlisted word that may follow a number of this value as its noun.
[[nodiscard]] bool may_be_counted(const Words& words, uint32_t token, double value);

}  // namespace fihris
