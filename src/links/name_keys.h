// By what keys names find each other. Names that share a `same` key are one
// entity. A name that stands for fuller ones ("Sisi", "the Bank") asks for a
// key that those give; which of several it means is for the resolver to say,
// by what was named last. Keys are hashes: no name is compared with all others.
#pragma once
#include <string>
#include <vector>

#include "links/name_forms.h"

namespace fihris {

// A hash of type, kind and words; its low byte is the kind.
using NameKey = uint64_t;

struct AskedKey {
  NameKey key = 0;
  bool only_if_unique = false;  // too weak to choose among several by recency
};

struct NameKeys {
  std::vector<NameKey> same;
  std::vector<NameKey> given;
  std::vector<AskedKey> asked;  // the surest first
};

// Makes a key of a kind for a name of a type.
[[nodiscard]] NameKey make_key(EntityType type, char kind, std::u16string_view text);
[[nodiscard]] constexpr char kind_of_key(NameKey key) { return static_cast<char>(key & 0x7FU); }

[[nodiscard]] NameKeys make_name_keys(const NameForm& form);

void add_person_keys(const NameForm& form, NameKeys& keys);
void add_body_keys(const NameForm& form, NameKeys& keys);    // organisations, places, buildings, events
void add_people_keys(const NameForm& form, NameKeys& keys);  // nationalities and faiths

// A Latin name of the lexicon as words to compare: without remarks in brackets.
[[nodiscard]] std::vector<std::u16string> split_latin_name(std::string_view latin);

}  // namespace fihris
