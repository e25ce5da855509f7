#include "links/entities.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "links/entity_names.h"
#include "links/name_classes.h"
#include "links/roles.h"

namespace fihris {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFFU;

// Short forms go to fuller names in two passes over hashed keys. The first asks
// which names are short at all; the second follows the text and gives each
// short mention to the fitting name that was spoken of last.
class Resolver {
 public:
  Resolver(const NameClasses& names, const std::vector<Mention>& mentions) : names_(names), mentions_(mentions) {
    intern_keys();
    second_mention_.assign(names.forms.size(), kNone);
    first_mention_.assign(names.forms.size(), kNone);
    std::vector<bool> met(names.forms.size(), false);
    for (uint32_t i = 0; i < names.form_of.size(); ++i) {
      const uint32_t form = names.form_of[i];
      if (met[form]) second_mention_[form] = std::min(second_mention_[form], i);
      met[form] = true;
      uint32_t& first = first_mention_[names.class_of[form]];
      first = std::min(first, i);
    }
  }

  // By mention: the class that its entity is made of.
  std::vector<uint32_t> resolve() && {
    find_short_names();
    std::vector<uint32_t> tops;
    for (size_t i = 0; i < mentions_.size(); ++i) tops.push_back(resolve_mention(names_.form_of[i]));
    return tops;
  }

 private:
  struct Slot {
    uint32_t owner = kNone;   // class of a fuller name that gives the key, the earliest
    uint32_t latest = kNone;  // the one met last
    bool shared = false;      // several give it
  };
  struct Asked {
    uint32_t slot = 0;
    bool only_if_unique = false;
  };

  uint32_t intern(NameKey key) { return slot_of_.emplace(key, static_cast<uint32_t>(slot_of_.size())).first->second; }

  void intern_keys() {
    for (const NameKeys& keys : names_.keys) {
      std::vector<uint32_t>& given = given_.emplace_back();
      for (const NameKey key : keys.given) given.push_back(intern(key));
      std::vector<Asked>& asked = asked_.emplace_back();
      for (const AskedKey& key : keys.asked) asked.push_back({intern(key.key), key.only_if_unique});
    }
    slots_.resize(slot_of_.size());
  }

  // A row of the lexicon may speak against a fuller name that would fit.
  bool is_fit(uint32_t form, uint32_t top) const {
    const NameForm& asking = names_.forms[form];
    if (top == names_.class_of[form]) return false;
    if (asking.type != EntityType::person) return !asking.country_of_row || agree_on_country(asking, names_.forms[top]);
    if (asking.latin.empty() || names_.latin[top].empty() || names_.latin[top] == asking.latin) return true;
    // A surname that the lexicon gives to someone else stands for him only where
    // it stood by itself before the other came; one headline is no proof.
    return asking.units.size() == 1 && second_mention_[form] >= first_mention_[top];
  }

  static bool agree_on_country(const NameForm& a, const NameForm& b) {
    return a.country.empty() || b.country.empty() || a.country == b.country;
  }

  uint32_t choose_owner(uint32_t form) const {
    for (const Asked& asked : asked_[form]) {
      const Slot& slot = slots_[asked.slot];
      if (slot.owner == kNone || (asked.only_if_unique && slot.shared)) continue;
      if (is_fit(form, slot.owner)) return slot.owner;
    }
    return kNone;
  }

  uint32_t choose_latest(uint32_t form) const {
    for (const Asked& asked : asked_[form]) {
      const Slot& slot = slots_[asked.slot];
      if (slot.latest != kNone && !asked.only_if_unique && is_fit(form, slot.latest)) return slot.latest;
    }
    return kNone;
  }

  void find_short_names() {
    std::vector<uint32_t> order(names_.forms.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](uint32_t a, uint32_t b) {
      return names_.forms[a].units.size() > names_.forms[b].units.size();
    });
    fuller_.assign(order.size(), kNone);
    fullest_.assign(order.size(), kNone);
    for (const uint32_t form : order) {
      const uint32_t own = names_.class_of[form];
      if (fullest_[own] == kNone) {
        fullest_[own] = form;
        fuller_[own] = choose_owner(form);
      }
      const uint32_t top = fuller_[own] == kNone ? own : fuller_[own];
      for (const uint32_t key : given_[form]) offer(slots_[key], top);
    }
  }

  void offer(Slot& slot, uint32_t top) const {
    if (slot.owner == kNone) slot.owner = top;
    if (slot.owner == top) return;
    slot.shared = true;
    slot.owner = std::min(slot.owner, top);  // classes are numbered by their first mention
  }

  uint32_t resolve_mention(uint32_t form) {
    const uint32_t own = names_.class_of[form];
    uint32_t top = own;
    if (fuller_[own] != kNone) {
      top = choose_latest(form);
      if (top == kNone) top = choose_owner(form);
      if (top == kNone) top = fuller_[own];
    }
    for (const uint32_t key : given_[form]) slots_[key].latest = top;
    for (const uint32_t key : given_[fullest_[top]]) slots_[key].latest = top;
    return top;
  }

  const NameClasses& names_;
  const std::vector<Mention>& mentions_;
  std::unordered_map<NameKey, uint32_t> slot_of_;
  std::vector<std::vector<uint32_t>> given_;  // by form
  std::vector<std::vector<Asked>> asked_;     // by form
  std::vector<Slot> slots_;
  std::vector<uint32_t> second_mention_;  // by form
  std::vector<uint32_t> first_mention_;   // by class
  std::vector<uint32_t> fuller_;          // by class: a fuller name's, kNone: it is full itself
  std::vector<uint32_t> fullest_;         // by class: its form of most words
};

}  // namespace

std::vector<Entity> resolve_entities(const Words& words, std::vector<Mention>& mentions) {
  const NameClasses names = find_name_classes(words, mentions);
  const std::vector<uint32_t> tops = Resolver(names, mentions).resolve();
  std::vector<Entity> entities = make_entities(names, tops, mentions);
  add_roles(words, mentions, entities);
  return entities;
}

}  // namespace fihris
