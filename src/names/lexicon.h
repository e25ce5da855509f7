// The name lexicon: places, bodies, people, single personal names, titles,
// nationalities, products, cue words. One pass over the tokens lists every row
// that matches, under every reading of its first word. It proposes and never
// decides. The rows are compiled from src/data/names/*.tsv into one sorted,
// folded, compact blob that is used in place.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace fihris {

// What a row says its phrase is. Stored in the blob: append only.
enum class LexiconKind : uint8_t {
  gpe,
  loc,
  fac,
  company,
  bank,
  media,
  exchange,
  fund,  // orgs_business
  igo,
  ngo,
  government,
  court,
  parliament,
  party,
  armed,
  police,
  club,
  team,
  federation,
  university,
  institute,
  union_,
  religious,  // orgs_public
  person,     // people: full names of public figures
  given_m,
  given_f,
  family,
  particle,  // person_names: single words
  norp,
  title,
  product,
  event,
  law,
  work,
  language,
  org_head_alone,
  org_head_part,
  place_head_alone,
  place_head_part,  // cues: heads of names
  say_verb,
  source_phrase,
  anonymous_source,
  boilerplate,
  kCount
};

struct LexiconHit {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  Reading reading;  // how the first word was cut (reading.name: where the span begins)
  LexiconKind kind{};
  bool ambiguous = false;  // a form that is also an everyday word
  uint32_t row = 0;        // for country() and latin()
};

// All hits, ordered by first token, longest first.
[[nodiscard]] std::vector<LexiconHit> find_lexicon_hits(const View& view, const Tokens& tokens);

// False where the embedded blob is not the one this code reads (magic, version,
// checksum); there are no hits then, and the analysis carries a warning.
[[nodiscard]] bool lexicon_is_sound();

[[nodiscard]] std::string_view lexicon_country(uint32_t row);  // ISO alpha-2 or ""
[[nodiscard]] std::string_view lexicon_latin(uint32_t row);    // Latin name or ""

}  // namespace fihris
