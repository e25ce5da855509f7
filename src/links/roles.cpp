#include "links/roles.h"

#include <algorithm>

#include "links/name_forms.h"
#include "text/characters.h"
#include "text/utf.h"

namespace fihris {
namespace {

constexpr size_t kNobody = static_cast<size_t>(-1);

class RoleReader {
 public:
  RoleReader(const Words& words, const std::vector<Mention>& mentions) : words_(words), mentions_(mentions) {}

  // The holders of the role at a mention; several where it is said of several.
  [[nodiscard]] std::vector<size_t> find_holders(size_t role, size_t same_as_before) const {
    size_t holder = find_after(role, false);
    if (holder == kNobody) holder = find_before(role);
    if (holder == kNobody) holder = same_as_before;
    if (holder == kNobody) holder = find_after(role, true);
    if (holder == kNobody) return {};
    std::vector<size_t> out = {holder};
    if (holder > role && part_at(role) == NamePart::several) add_others(out);
    return out;
  }

  // "founder of X and its head": the second role goes where the first one went.
  [[nodiscard]] bool goes_on(size_t role, size_t before) const {
    const Mention& a = mentions_[before];
    const Mention& b = mentions_[role];
    constexpr uint32_t kReach = 6;
    if (b.first_token > a.last_token + kReach || !begins_with(role, kWaw)) return false;
    for (size_t k = before + 1; k < role; ++k)
      if (mentions_[k].type == EntityType::person) return false;
    for (uint32_t i = a.last_token; i < b.first_token; ++i)
      if (words_.tokens[i].kind == TokenKind::punctuation) return false;
    return words_.tokens[a.first_token].sentence == words_.tokens[b.first_token].sentence;
  }

  // "and his (Russian) counterpart X": X holds the office said before in the sentence.
  [[nodiscard]] bool is_counterpart(size_t person, size_t office) const {
    uint32_t at = mentions_[person].first_token;
    if (person > 0 && mentions_[person - 1].type == EntityType::norp && mentions_[person - 1].last_token == at)
      at = mentions_[person - 1].first_token;
    if (at == 0 || words_.tokens[at].line_start) return false;
    const WordMatch* match = words_.find(at - 1, Table::name_parts);
    if (match == nullptr) return false;
    const std::u16string_view word = words_.view.text({match->reading.stem, words_.tokens[at - 1].span.end});
    const uint32_t said = mentions_[office].first_token;
    return part_of_name(word) == NamePart::counterpart && words_.tokens[said].sentence == words_.tokens[at].sentence;
  }

  [[nodiscard]] NamePart part_at(size_t m) const {
    const Token& token = words_.tokens[mentions_[m].first_token];
    return part_of_name(words_.view.text({first_unit(m), token.span.end}));
  }

 private:
  [[nodiscard]] uint32_t first_unit(size_t m) const {
    const Token& token = words_.tokens[mentions_[m].first_token];
    uint32_t at = token.span.begin;
    while (at < token.span.end && words_.view.begins[at] < mentions_[m].span.begin) ++at;
    return at;
  }

  [[nodiscard]] bool begins_with(size_t m, char16_t letter) const {
    const uint32_t begin = words_.tokens[mentions_[m].first_token].span.begin;
    return first_unit(m) > begin && words_.view.folded[begin] == letter;
  }

  [[nodiscard]] bool is_uncut(size_t m) const {
    return first_unit(m) == words_.tokens[mentions_[m].first_token].span.begin;
  }

  // A word that may stand between a role and its holder: an adjective with the
  // article, a generic head, "in", "of".
  [[nodiscard]] bool is_bridge(uint32_t i) const {
    const Token& token = words_.tokens[i];
    if (token.line_start || token.kind != TokenKind::word) return false;
    if (has_phrase(Table::role_links, words_.view.text(token.span))) return true;
    if (const WordMatch* match = words_.find(i, Table::name_parts))
      if (match->reading.conjunction == 0 &&
          part_of_name(words_.view.text({match->reading.stem, token.span.end})) >= NamePart::org_head)
        return true;
    const auto readings = words_.tokens.readings(i);
    return std::any_of(readings.begin(), readings.end(), [&](const Reading& r) {
      return r.article && r.conjunction == 0 && (r.melted || r.name == token.span.begin);
    });
  }

  [[nodiscard]] bool is_opening_quote(uint32_t i) const {
    const char16_t mark = words_.view.folded[words_.tokens[i].span.begin];
    return mark == u'"' || (mark != u'(' && is_opening_mark(mark));
  }

  // "editor" before "of the paper": the noun that an indefinite title belongs to.
  [[nodiscard]] bool may_own(size_t role, uint32_t i) const {
    const auto is_definite = [this](uint32_t token) {
      const auto readings = words_.tokens.readings(token);
      return std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.article; });
    };
    return words_.tokens[i].kind == TokenKind::word && !words_.tokens[i].line_start &&
           !is_definite(mentions_[role].last_token - 1) && !words_.find(i, Table::function_words);
  }

  // Forward over adjoining names; `loosely` also over bridging words.
  [[nodiscard]] size_t find_after(size_t role, bool loosely) const {
    constexpr uint32_t kReach = 9;
    constexpr int kMostBridges = 4;
    uint32_t at = mentions_[role].last_token;
    const uint32_t limit = at + kReach;
    int bridges = 0;
    for (size_t k = role + 1; k < mentions_.size() && at < limit;) {
      const Mention& next = mentions_[k];
      if (next.first_token > at) {
        const bool quoted = is_opening_quote(at);
        const bool owned = at == mentions_[role].last_token && may_own(role, at);
        if (!quoted && (!loosely || ++bridges > kMostBridges || !(owned || is_bridge(at)))) return kNobody;
        ++at;
        continue;
      }
      if (words_.tokens[next.first_token].line_start || begins_with(k, kWaw)) return kNobody;
      if (next.type == EntityType::person) return is_uncut(k) ? k : kNobody;
      if (next.type == EntityType::occ && !is_uncut(k)) return kNobody;
      at = next.last_token;
      ++k;
    }
    return kNobody;
  }

  // "X, dean of ...", "X (the minister)", "X the minister".
  [[nodiscard]] size_t find_before(size_t role) const {
    if (role == 0 || !is_uncut(role)) return kNobody;
    const Mention& before = mentions_[role - 1];
    const Mention& m = mentions_[role];
    if (before.type != EntityType::person || words_.tokens[m.first_token].line_start) return kNobody;
    if (before.last_token == m.first_token) return role - 1;
    if (before.last_token + 1 != m.first_token) return kNobody;
    const char16_t mark = words_.view.folded[words_.tokens[before.last_token].span.begin];
    const bool joins = mark == kArabicComma || mark == u',' || mark == u'(' || mark == u'-' || mark == 0x2013;
    return joins ? role - 1 : kNobody;
  }

  // "the ministers X and Y": names joined by "and" share the role.
  void add_others(std::vector<size_t>& holders) const {
    size_t k = holders.back();
    uint32_t at = mentions_[k].last_token;
    for (++k; k < mentions_.size() && mentions_[k].first_token == at; ++k) {
      at = mentions_[k].last_token;
      const bool is_person = mentions_[k].type == EntityType::person;
      if (is_person) holders.push_back(k);
      if (!is_person && mentions_[k].type != EntityType::norp) return;
    }
  }

  const Words& words_;
  const std::vector<Mention>& mentions_;
};

void add_role(Entity& entity, const std::string& role) {
  if (std::find(entity.roles.begin(), entity.roles.end(), role) == entity.roles.end()) entity.roles.push_back(role);
}

}  // namespace

void add_roles(const Words& words, const std::vector<Mention>& mentions, std::vector<Entity>& entities) {
  const RoleReader reader(words, mentions);
  size_t last_role = kNobody;    // the title before
  size_t last_holder = kNobody;  // and whom it stood behind
  std::string spoken;            // its words, for "his counterpart"
  for (size_t i = 0; i < mentions.size(); ++i) {
    const bool is_person = mentions[i].type == EntityType::person;
    if (is_person && last_role != kNobody && !spoken.empty() && reader.is_counterpart(i, last_role))
      add_role(entities[mentions[i].entity], spoken);
    if (mentions[i].type != EntityType::occ) continue;
    const bool goes_on = last_holder != kNobody && reader.goes_on(i, last_role);
    const std::vector<size_t> holders = reader.find_holders(i, goes_on ? last_holder : kNobody);
    const bool counterpart = reader.part_at(i) == NamePart::counterpart;
    if (!counterpart) spoken = utf16_to_utf8(read_name_form(words, mentions[i], nullptr).shown);
    for (const size_t holder : holders)
      if (!spoken.empty()) add_role(entities[mentions[holder].entity], spoken);
    last_role = i;
    last_holder = !holders.empty() && holders[0] < i ? holders[0] : kNobody;
  }
}

}  // namespace fihris
