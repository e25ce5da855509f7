// Organisations, places, buildings, events and goods: generic heads that may be
// left out, nationalities behind them, acronyms, one name in another order of
// words. Peoples: one stem for all numbers, genders and cases.
#include <algorithm>

#include "links/name_keys.h"
#include "text/characters.h"

namespace fihris {
namespace {

constexpr size_t kLongest = 12;  // units of a name that is worth cutting

std::u16string join(const NameForm& form, size_t first, size_t last) {
  std::u16string out;
  for (size_t i = first; i < last; ++i) {
    if (i > first) out += u' ';
    out += form.units[i];
  }
  return out;
}

std::u16string_view drop_lam(std::u16string_view unit) {
  const bool melted = unit.size() > 4 && unit[0] == kLam && unit[1] == kLam;
  return melted ? unit.substr(2) : unit;
}

// Whether a head of this kind may be left out of a name of this type.
bool is_loose_head(const NameForm& form) {
  switch (form.type) {
    case EntityType::org:
      return form.head == NamePart::org_head;
    case EntityType::gpe:
    case EntityType::loc:
      return form.head == NamePart::place_head;
    case EntityType::fac:
      return form.head == NamePart::fac_head;
    default:
      return false;
  }
}

bool is_number(const std::u16string& unit) {
  return std::all_of(unit.begin(), unit.end(), [](char16_t c) { return is_ascii_digit(c); });
}

// Whether the last unit may be left out: a nationality, "Motors", a year.
bool is_loose_tail(const NameForm& form) {
  if (form.has_nationality) return true;
  if (form.type == EntityType::org) return part_of_name(form.units.back()) == NamePart::tail;
  if (form.type == EntityType::fac) return part_of_name(form.units.back()) == NamePart::international;
  return form.type == EntityType::event && is_number(form.units.back());
}

void add_acronyms(const NameForm& form, NameKeys& keys) {
  const auto give = [&](const std::vector<std::u16string>& units) {
    if (units.size() < 3 || units.size() > kLongest) return;
    std::u16string all, main;
    for (const std::u16string& unit : units) {
      all += unit[0];
      if (unit.size() > 3) main += unit[0];
    }
    keys.given.push_back(make_key(form.type, 'A', all));
    if (main.size() > 2 && main != all) keys.given.push_back(make_key(form.type, 'A', main));
  };
  if (form.latin_script) give(form.units);
  if (!form.latin.empty()) give(split_latin_name(form.latin));
  const bool alone = form.units.size() == 1 && form.whole.size() > 1 && form.whole.size() < 7;
  if (form.is_capitals && alone) keys.asked.push_back({make_key(form.type, 'A', form.whole), true});
}

bool is_general(const NameForm& form, const std::u16string& unit) {
  const NamePart part = part_of_name(unit);
  return part == NamePart::general || (part == NamePart::international && form.type == EntityType::event);
}

// "The International Energy Agency" and "the Agency International of Energy",
// "the General Authority for Aviation" and "the Authority of Aviation".
void add_bag(const NameForm& form, NameKeys& keys) {
  const bool has_bag = form.type == EntityType::org || form.type == EntityType::event;
  const bool headed = part_of_name(form.units[0]) == NamePart::org_head;
  if (!has_bag || form.latin_script || form.units.size() < (headed ? 2U : 3U)) return;
  std::vector<std::u16string> bag;
  for (size_t i = 0; i < form.units.size(); ++i) {
    if (i > 0 && is_general(form, form.units[i])) continue;
    // "of the region of Riyadh": the town is enough.
    if (i > 0 && i + 1 < form.units.size() && part_of_name(form.units[i]) == NamePart::place_head) continue;
    bag.emplace_back(drop_lam(form.units[i]));
  }
  if (bag.size() < 2) return;
  std::sort(bag.begin(), bag.end());
  std::u16string text;
  for (const std::u16string& unit : bag) text += unit + u' ';
  keys.same.push_back(make_key(form.type, 'B', text));
}

void add_row(const NameForm& form, NameKeys& keys) {
  if (form.latin.empty()) return;
  // "Ministry of Defence" is a name in every country: an adjective parts them.
  if (form.has_nationality && !form.country_of_row) return;
  std::u16string row;
  for (const std::u16string& word : split_latin_name(form.latin)) row += word;
  if (!row.empty()) keys.same.push_back(make_key(form.type, 'M', row));
}

}  // namespace

void add_body_keys(const NameForm& form, NameKeys& keys) {
  add_row(form, keys);
  const size_t n = form.units.size();
  if (n > kLongest) return;
  add_acronyms(form, keys);
  const auto key = [&](char kind, std::u16string_view text) { return make_key(form.type, kind, text); };
  const std::u16string all = join(form, 0, n);
  const bool head = n > 1 && is_loose_head(form);
  const bool tail = n > 1 && is_loose_tail(form);
  if (tail) keys.given.push_back(key('P', join(form, 0, n - 1)));
  if (tail && !head) keys.given.push_back(key('N', join(form, 0, n - 1)));
  if (head) keys.given.push_back(key('H', join(form, 1, n)));
  if (head && tail && n > 2) keys.given.push_back(key('H', join(form, 1, n - 1)));
  if (n > 1 && form.head == NamePart::org_head) keys.given.push_back(key('G', form.units[0]));
  // "the General Authority for Food and Drugs": "Food and Drugs".
  if (n > 2 && form.type == EntityType::org && is_general(form, form.units[1])) {
    std::u16string rest(drop_lam(form.units[2]));
    for (size_t i = 3; i < n; ++i) rest += u' ' + form.units[i];
    keys.given.push_back(key('D', rest));
  }
  // What has a row of its own ("the General Secretariat of the United Nations") is another body.
  if (form.latin.empty()) keys.asked.push_back({key('D', all)});
  // A head alone ("the Union") may be a club of that name.
  const bool bare_head = n == 1 && part_of_name(form.units[0]) == NamePart::org_head;
  keys.given.push_back(key('C', all));
  if (!form.uncut.empty()) keys.asked.push_back({key('C', form.uncut)});
  if (!tail && !bare_head) keys.asked.push_back({key('P', all)});
  if (!head) keys.asked.push_back({key('H', all)});
  if (head && !tail) keys.asked.push_back({key('N', join(form, 1, n))});
  if (bare_head && form.has_article && !form.country_of_row) keys.asked.push_back({key('G', form.units[0]), true});
  add_bag(form, keys);
}

void add_people_keys(const NameForm& form, NameKeys& keys) {
  if (!form.country.empty()) {
    keys.same.push_back(make_key(form.type, '#', std::u16string(form.country.begin(), form.country.end())));
  }
  if (form.units.size() != 1 || form.latin_script) return;
  // The longest ending that leaves a stem.
  constexpr size_t kLongestEnding = 4;
  constexpr size_t kShortestStem = 2;
  const std::u16string_view word = form.units[0];
  size_t cut = 0;
  for (size_t length = 1; length <= kLongestEnding && length + kShortestStem <= word.size(); ++length)
    if (has_phrase(Table::name_endings, word.substr(word.size() - length))) cut = length;
  const std::u16string_view stem = word.substr(0, word.size() - cut);
  keys.same.push_back(make_key(form.type, '~', stem));
  // Broken plurals have no stem in common with their singular.
  for (const std::u16string_view known : {word, stem}) {
    const std::optional<uint16_t> row = find_row(Table::peoples, known);
    if (row) keys.same.push_back(make_key(form.type, '&', std::u16string(1, static_cast<char16_t>(*row))));
  }
}

}  // namespace fihris
