#include "links/entities.h"

#include <algorithm>
#include <map>

#include "text/utf.h"

namespace fihris {
namespace {

// A mention's name in two forms: folded to compare, as written to show. Marks
// are gone in both; a lam melted with the article is undone.
struct NameForms {
  std::u16string folded;
  std::u16string shown;
};

NameForms name_forms(const View& view, const Tokens& tokens, const Mention& m) {
  const uint32_t end = tokens[m.last_token - 1].span.end;
  uint32_t begin = tokens[m.first_token].span.begin;
  while (begin < end && view.begins[begin] < m.span.begin) ++begin;
  NameForms out{view.folded.substr(begin, end - begin), view.letters.substr(begin, end - begin)};
  constexpr char16_t kAlef = 0x0627;
  constexpr char16_t kLam = 0x0644;
  if (out.folded.size() > 3 && out.folded[0] == kLam && out.folded[1] == kLam) out.folded[0] = out.shown[0] = kAlef;
  for (char16_t& unit : out.shown)
    if (unit == u'\n') unit = u' ';
  return out;
}

std::vector<std::u16string_view> split_words(std::u16string_view name) {
  std::vector<std::u16string_view> words;
  size_t begin = 0;
  while (begin < name.size()) {
    const size_t end = std::min(name.find(u' ', begin), name.size());
    if (end > begin) words.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// Whether a shorter name is the run of words at the start or the end of a
// longer one ("Sisi", "Abdel Fattah" of "Abdel Fattah el-Sisi").
bool is_part_of(std::u16string_view part, std::u16string_view whole) {
  const auto shorter = split_words(part);
  const auto longer = split_words(whole);
  if (shorter.size() >= longer.size() || shorter.empty()) return false;
  const bool ends = std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
  return ends || (shorter.size() >= 1 && std::equal(shorter.begin(), shorter.end(), longer.begin()));
}

class Resolver {
 public:
  Resolver(const View& view, const Tokens& tokens, std::vector<Mention>& mentions) : mentions_(mentions) {
    for (const Mention& m : mentions) forms_.push_back(name_forms(view, tokens, m));
  }

  std::vector<Entity> resolve() {
    // Fuller names first, so that a surname finds its person wherever it stands.
    std::vector<uint32_t> order(mentions_.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [this](uint32_t a, uint32_t b) {
      return split_words(forms_[a].folded).size() > split_words(forms_[b].folded).size();
    });
    group_of_.assign(mentions_.size(), 0);
    for (const uint32_t i : order) group_of_[i] = find_group(i);
    return number_groups();
  }

 private:
  struct Group {
    EntityType type{};
    std::u16string folded;
    std::string latin;
    std::string country;
    uint32_t first = 0;  // a mention with the fullest form
  };

  // The group a mention belongs to; a new one where none fits. The nearest
  // person before the mention wins where a surname fits several.
  uint32_t find_group(uint32_t i) {
    const Mention& m = mentions_[i];
    const auto exact = by_name_.find({m.type, forms_[i].folded});
    if (exact != by_name_.end()) return join(exact->second, i);
    if (!m.latin.empty()) {
      const auto same = by_latin_.find({m.type, m.latin});
      if (same != by_latin_.end()) return join(same->second, i);
    }
    const auto spelled = by_spelling_.find({m.type, forms_[i].folded});
    if (spelled != by_spelling_.end()) return join(spelled->second, i);
    if (m.type == EntityType::person) {
      for (uint32_t g = 0; g < groups_.size(); ++g)
        if (groups_[g].type == m.type && is_part_of(forms_[i].folded, groups_[g].folded)) return join(g, i);
    }
    groups_.push_back({m.type, forms_[i].folded, "", "", i});
    return join(static_cast<uint32_t>(groups_.size() - 1), i);
  }

  uint32_t join(uint32_t group, uint32_t i) {
    const Mention& m = mentions_[i];
    Group& g = groups_[group];
    by_name_.emplace(std::pair(m.type, forms_[i].folded), group);
    if (g.latin.empty() && !m.latin.empty()) {
      g.latin = m.latin;
      by_latin_.emplace(std::pair(m.type, m.latin), group);
      by_spelling_.emplace(std::pair(m.type, fold(utf8_to_utf16(m.latin).text)), group);
    }
    if (g.country.empty()) g.country = m.country;
    return group;
  }

  // Groups become entities in the order of their first mention.
  std::vector<Entity> number_groups() {
    std::vector<Entity> out;
    std::vector<uint32_t> ids(groups_.size(), UINT32_MAX);
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      const Group& group = groups_[group_of_[i]];
      uint32_t& id = ids[group_of_[i]];
      if (id == UINT32_MAX) {
        id = static_cast<uint32_t>(out.size());
        out.push_back({.type = group.type,
                       .name = utf16_to_utf8(forms_[group.first].shown),
                       .country = group.country,
                       .latin = group.latin});
      }
      mentions_[i].entity = id;
      Entity& entity = out[id];
      entity.mentions.push_back(i);
      const std::string shown = utf16_to_utf8(forms_[i].shown);
      const bool known = std::find(entity.aliases.begin(), entity.aliases.end(), shown) != entity.aliases.end();
      if (shown != entity.name && !known) entity.aliases.push_back(shown);
    }
    return out;
  }

  std::vector<Mention>& mentions_;
  std::vector<NameForms> forms_;
  std::vector<Group> groups_;
  std::vector<uint32_t> group_of_;
  std::map<std::pair<EntityType, std::u16string>, uint32_t> by_name_;
  std::map<std::pair<EntityType, std::string>, uint32_t> by_latin_;
  std::map<std::pair<EntityType, std::u16string>, uint32_t> by_spelling_;
};

// Roles: an OCC mention with only names or one mark between it and a person.
void add_roles(std::vector<Entity>& entities, const std::vector<Mention>& mentions) {
  constexpr uint32_t kReach = 5;
  for (size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].type != EntityType::occ) continue;
    const std::string& role = entities[mentions[i].entity].name;
    // Forward over adjoining names to the person, else the person just before.
    size_t person = mentions.size();
    for (size_t k = i + 1; k < mentions.size() && mentions[k].first_token <= mentions[k - 1].last_token + 1; ++k) {
      if (mentions[k].first_token > mentions[i].last_token + kReach) break;
      if (mentions[k].type != EntityType::person) continue;
      person = k;
      break;
    }
    const bool before = i > 0 && mentions[i - 1].type == EntityType::person &&
                        mentions[i].first_token <= mentions[i - 1].last_token + 1;
    if (person == mentions.size() && before) person = i - 1;
    if (person == mentions.size()) continue;
    std::vector<std::string>& roles = entities[mentions[person].entity].roles;
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
  }
}

}  // namespace

std::vector<Entity> resolve_entities(const View& view, const Tokens& tokens, std::vector<Mention>& mentions) {
  std::vector<Entity> entities = Resolver(view, tokens, mentions).resolve();
  add_roles(entities, mentions);
  return entities;
}

}  // namespace fihris
