#include "links/entity_names.h"

#include <algorithm>
#include <unordered_map>

#include "text/utf.h"

namespace fihris {
namespace {

struct Spelling {
  uint32_t form = 0;
  uint32_t count = 0;
};

// The fullest name, then the most frequent one, in the script that the text
// uses most for it. Peoples and titles are not fuller for having more words.
const NameForm& choose_name(const NameClasses& names, uint32_t top, const std::vector<Spelling>& spellings) {
  uint32_t latin = 0;
  uint32_t other = 0;
  for (const Spelling& s : spellings) (names.forms[s.form].latin_script ? latin : other) += s.count;
  const Spelling* best = nullptr;
  const auto fullness = [&](const Spelling& s) {
    const NameForm& form = names.forms[s.form];
    const bool counts = form.type != EntityType::norp && form.type != EntityType::occ;
    return std::pair(counts ? form.units.size() + (form.generation.empty() ? 0 : 1) : 1, s.count);
  };
  for (const Spelling& s : spellings) {
    if (names.forms[s.form].latin_script != (latin > other)) continue;
    const bool own = names.class_of[s.form] == top;
    const bool best_own = best != nullptr && names.class_of[best->form] == top;
    if (best == nullptr || own > best_own || (own == best_own && fullness(s) > fullness(*best))) best = &s;
  }
  return names.forms[best->form];
}

void describe(const NameClasses& names, uint32_t top, const std::vector<Spelling>& spellings, Entity& entity) {
  const NameForm& best = choose_name(names, top, spellings);
  entity.name = utf16_to_utf8(best.shown);
  entity.country = best.country_of_row ? best.country : "";
  entity.latin = best.latin;
  for (const bool by_row : {true, false}) {
    for (const Spelling& s : spellings) {
      const NameForm& form = names.forms[s.form];
      if (entity.country.empty() && form.country_of_row == by_row) entity.country = form.country;
      if (entity.latin.empty()) entity.latin = form.latin;
    }
  }
  for (const Spelling& s : spellings) {
    std::string shown = utf16_to_utf8(names.forms[s.form].shown);
    const bool known = std::find(entity.aliases.begin(), entity.aliases.end(), shown) != entity.aliases.end();
    if (shown != entity.name && !known) entity.aliases.push_back(std::move(shown));
  }
}

}  // namespace

std::vector<Entity> make_entities(const NameClasses& names, const std::vector<uint32_t>& tops,
                                  std::vector<Mention>& mentions) {
  std::vector<Entity> out;
  std::vector<std::vector<Spelling>> spellings;
  std::unordered_map<uint32_t, uint32_t> ids;   // by class
  std::unordered_map<uint64_t, size_t> places;  // by entity and form: where in its spellings
  for (uint32_t i = 0; i < mentions.size(); ++i) {
    const auto [id, is_new] = ids.emplace(tops[i], static_cast<uint32_t>(out.size()));
    const uint32_t entity = mentions[i].entity = id->second;
    if (is_new) {
      out.push_back({.type = mentions[i].type});
      out.back().spelling_confidence = names.spelling[tops[i]];
      spellings.emplace_back();
    }
    out[entity].mentions.push_back(i);
    const uint32_t form = names.form_of[i];
    const auto [place, first] = places.emplace(uint64_t{entity} << 32U | form, spellings[entity].size());
    if (first) spellings[entity].push_back({form, 0});
    ++spellings[entity][place->second].count;
  }
  for (size_t e = 0; e < out.size(); ++e) describe(names, tops[out[e].mentions[0]], spellings[e], out[e]);
  return out;
}

}  // namespace fihris
