#include "links/name_keys.h"

#include "text/characters.h"
#include "text/utf.h"
#include "text/view.h"

namespace fihris {

NameKey make_key(EntityType type, char kind, std::u16string_view text) {
  uint64_t hash = 0xCBF29CE484222325U + static_cast<uint64_t>(type) * 0x9E3779B97F4A7C15U;
  for (const char16_t unit : text) hash = (hash ^ unit) * 0x100000001B3U;
  hash ^= hash >> 29U;
  return hash << 8U | static_cast<uint64_t>(kind);
}

std::vector<std::u16string> split_latin_name(std::string_view latin) {
  const size_t bracket = latin.find('(');
  const std::u16string folded = fold(utf8_to_utf16(latin.substr(0, bracket)).text);
  std::vector<std::u16string> out;
  bool inside = false;
  for (const char16_t c : folded) {
    if (c == u' ' || c == u'-') {
      inside = false;
    } else if (is_ascii_digit(c) || c >= 0x80 || (c >= u'a' && c <= u'z')) {
      if (!inside) out.emplace_back();
      inside = true;
      out.back() += c;
    }
  }
  return out;
}

NameKeys make_name_keys(const NameForm& form) {
  NameKeys keys;
  const std::u16string_view whole = form.whole;
  std::u16string exact(whole);
  if (!form.generation.empty()) exact += u'/' + form.generation;
  keys.same.push_back(make_key(form.type, form.latin_script ? 'M' : '=', exact));
  if (form.type == EntityType::person) {
    add_person_keys(form, keys);
  } else if (form.type == EntityType::norp) {
    add_people_keys(form, keys);
  } else if (form.type != EntityType::occ) {
    add_body_keys(form, keys);
  }
  return keys;
}

}  // namespace fihris
