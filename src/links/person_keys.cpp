// Persons: full names, first names, surnames, names with and without their
// middle, titles aside. "X bin Y" keeps the father bound to his "bin", so a
// father is never taken for the end of his son's name.
#include "links/name_keys.h"
#include "links/spellings.h"

namespace fihris {
namespace {

constexpr auto kPerson = EntityType::person;
constexpr size_t kMostUnits = 8;  // longer ones are no names

std::u16string join(const std::vector<std::u16string>& units, size_t first, size_t last) {
  std::u16string out;
  for (size_t i = first; i < last; ++i) {
    if (i > first) out += u' ';
    out += units[i];
  }
  return out;
}

void give(NameKeys& keys, char kind, std::u16string_view text) { keys.given.push_back(make_key(kPerson, kind, text)); }

// What a full name answers to: its ends, its beginnings, first and last alone.
void give_parts(NameKeys& keys, const std::vector<std::u16string>& units) {
  const size_t n = units.size();
  if (n < 2 || n > kMostUnits) return;
  give(keys, 'L', units[n - 1]);
  give(keys, 'F', units[0]);
  for (size_t k = 2; k < n; ++k) give(keys, 'P', join(units, 0, k));
  if (n > 2) give(keys, 'P', units[0] + u' ' + units[n - 1]);
  if (n > 2 && part_of_name(units[n - 2]) == NamePart::particle) give(keys, 'P', join(units, n - 2, n));
  // A first name left out: "(Mohamed) Hosni Mubarak", "(Angel) Victor Torres".
  // Two Arabic first names may be a son's and his father's.
  const bool honour = n > 2 && part_of_name(units[0]) == NamePart::honour;
  for (size_t k = 1; k + 1 < n; ++k)
    if ((k == 1 && honour) || part_of_name(units[k]) == NamePart::other) give(keys, 'P', join(units, k, n));
}

}  // namespace

void add_person_keys(const NameForm& form, NameKeys& keys) {
  const std::vector<std::u16string>& units = form.units;
  const bool full = units.size() > 1;
  const std::vector<std::u16string> latin = split_latin_name(form.latin);
  if (!form.latin.empty()) {
    // Rows speak for full names; a bare surname may be another's.
    std::u16string row;
    for (const std::u16string& word : latin) row += word;
    if (full) keys.same.push_back(make_key(kPerson, 'M', row));
    give(keys, 'R', row);
    if (!full) keys.asked.push_back({make_key(kPerson, 'R', row)});
    if (latin.size() > 1) give(keys, 'L', latin.back());
  }
  give_parts(keys, units);
  if (full) give(keys, 'C', form.whole);
  if (full && !form.uncut.empty()) keys.asked.push_back({make_key(kPerson, 'C', form.uncut)});
  if (!form.generation.empty() && full) give(keys, 'P', join(units, 0, units.size()));
  if (full && form.generation.empty()) {
    keys.asked.push_back({make_key(kPerson, 'P', join(units, 0, units.size()))});
  } else if (!full) {
    // "Wenfeng" begins like "and"; a full name in the text says that it is none.
    if (!form.restored.empty()) {
      keys.asked.push_back({make_key(kPerson, 'L', form.restored)});
      keys.asked.push_back({make_key(kPerson, 'F', form.restored)});
    }
    keys.asked.push_back({make_key(kPerson, 'L', units[0])});
    keys.asked.push_back({make_key(kPerson, 'F', units[0])});
  }
  // A surname in the other script, by its consonants.
  constexpr size_t kEnough = 3;
  const std::u16string consonants = find_consonants(units.back(), form.latin_script);
  if (consonants.size() < kEnough) return;
  if (full) give(keys, form.latin_script ? 'l' : 'a', consonants);
  if (!full) keys.asked.push_back({make_key(kPerson, form.latin_script ? 'a' : 'l', consonants), true});
}

}  // namespace fihris
