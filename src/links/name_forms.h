// A mention's name as the links room compares it: its words without proclitics
// and article, with the words that belong together bound ("abd" and what it
// serves, "bin" and the father). Names that read alike share one form; a form
// knows what the lexicon said of it. Nothing is joined here.
#pragma once
#include <string>
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

// What a word does inside a name (src/data/name_parts.tsv).
enum class NamePart : uint8_t {
  other,
  bond,
  close,
  particle,
  honour,
  generation,
  title,
  org_head,
  place_head,
  fac_head,
  tail,
  several,      // a title in the dual or plural
  counterpart,  // "his counterpart": the title said before
  son,
  general,
  international,
  given,
  everyday
};
[[nodiscard]] NamePart part_of_name(std::u16string_view word);

struct NameForm {
  EntityType type{};
  std::u16string shown;               // as written, proclitics off
  std::vector<std::u16string> units;  // folded words to compare
  std::u16string whole;               // the units in one, with spaces; Latin: without
  std::u16string generation;          // "junior", "senior"; empty: none
  std::u16string uncut;               // the whole without a proclitic that may have stayed on; empty: none
  std::u16string restored;            // the first unit with the letter that was cut off as "and"; empty: none
  NamePart head = NamePart::other;    // the first unit is a generic word of this kind
  bool latin_script = false;
  bool has_article = false;      // its first word is definite
  bool has_nationality = false;  // its last unit is an adjective of nationality (or a place with "bi-")
  bool is_capitals = false;      // Latin capitals only: an acronym by its looks
  std::string country;           // from the lexicon, or from that adjective
  bool country_of_row = false;
  std::string latin;  // from the lexicon
};

// `next`: the mention behind it, or nullptr; an adjective of nationality that
// follows a body without a country is part of how it is told from others.
[[nodiscard]] NameForm read_name_form(const Words& words, const Mention& mention, const Mention* next);

}  // namespace fihris
