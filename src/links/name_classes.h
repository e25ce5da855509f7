// The distinct names of a text and which of them are one name: the same words,
// the same lexicon row, one name in two scripts, a form in brackets behind its
// name. Short forms of fuller names are not joined here, since which full name
// they mean may change along the text (entities.cpp).
#pragma once
#include <vector>

#include "links/name_keys.h"

namespace fihris {

struct NameClasses {
  std::vector<NameForm> forms;          // distinct names, in order of first mention
  std::vector<NameKeys> keys;           // one a form
  std::vector<uint32_t> form_of;        // by mention
  std::vector<uint32_t> class_of;       // by form: the smallest form of its class
  std::vector<float> spelling;          // by class: how sure its joins over two scripts are, 0: none
  std::vector<std::string_view> latin;  // by class: the lexicon's Latin name, empty: none; views into forms
};

[[nodiscard]] NameClasses find_name_classes(const Words& words, const std::vector<Mention>& mentions);

}  // namespace fihris
