// The words and marks by which contexts.cpp, corrections.cpp and rules.cpp read
// a name's surroundings: the kinds of src/data/contexts/name_contexts.tsv, and
// quotation marks. They are told here and interpreted there.
#pragma once
#include <string_view>

#include "names/candidates.h"

namespace fihris {

enum class PhraseKind : uint8_t {
  adjective,
  alliance,
  alliance_day,
  bridge,
  common,
  company,
  direction,
  event,
  fac,
  language,
  languages,
  law,
  maqsura_verb,
  media,
  product,
  regnal,
  speech,
  work
};

[[nodiscard]] bool is_phrase(PhraseKind kind, std::u16string_view text);
// How a token is cut to be a word of a kind, or nullptr.
[[nodiscard]] const Reading* find_cue(const NameContext& context, size_t token, PhraseKind kind);

// The mark that a token is, or 0.
[[nodiscard]] char16_t mark_at(const NameContext& context, size_t token);
// Straight and raised marks open as well as close.
[[nodiscard]] bool opens_quote(char16_t mark);
[[nodiscard]] bool closes_quote(char16_t opening, char16_t mark);

// Whether the word is read with the article, under some reading.
[[nodiscard]] bool has_article(const NameContext& context, size_t token);

// The candidate over each token, by number, or NameCandidate::kNoRow.
[[nodiscard]] std::vector<uint32_t> map_candidates(const NameContext& context,
                                                   const std::vector<NameCandidate>& candidates);

}  // namespace fihris
