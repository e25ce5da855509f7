#include "text/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <array>

namespace fihris {
namespace {

constexpr std::array<CharKind, 0x80> ascii_kinds() {
  std::array<CharKind, 0x80> kinds{};
  for (auto& kind : kinds) kind = CharKind::symbol;
  for (const char16_t c : {u'!', u'"', u'#', u'&', u'\'', u'(', u')',  u'*', u',', u'-', u'.',
                           u'/', u':', u';', u'?', u'@',  u'[', u'\\', u']', u'_', u'{', u'}'}) {
    kinds[c] = CharKind::punctuation;
  }
  for (char16_t c = u'0'; c <= u'9'; ++c) kinds[c] = CharKind::digit;
  for (char16_t c = u'a'; c <= u'z'; ++c) kinds[c] = CharKind::letter;
  for (char16_t c = u'A'; c <= u'Z'; ++c) kinds[c] = CharKind::letter;
  kinds[u' '] = CharKind::space;
  kinds[u'\n'] = CharKind::newline;
  return kinds;
}

constexpr std::array<CharKind, 0x80> kAsciiKinds = ascii_kinds();

CharKind classify_by_category(char32_t c) {
  if (is_vulgar_fraction(static_cast<char16_t>(c < 0x10000 ? c : 0))) return CharKind::digit;
  const uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(c));
  if ((category & (U_GC_L_MASK | U_GC_M_MASK)) != 0) {
    const bool arabic = (c >= 0x0750 && c <= 0x077F) || (c >= 0x0870 && c <= 0x08FF);
    return arabic ? CharKind::arabic : CharKind::letter;
  }
  if ((category & U_GC_P_MASK) != 0) return CharKind::punctuation;
  return CharKind::symbol;
}

}  // namespace

CharInfo classify_character(std::u16string_view text, uint32_t at) {
  const char16_t c = text[at];
  if (c < 0x80) return {kAsciiKinds[c], 1};
  if (is_arabic_letter(c)) return {CharKind::arabic, 1};
  if (!U16_IS_SURROGATE(c)) return {classify_by_category(c), 1};
  if (U16_IS_LEAD(c) && at + 1 < text.size() && U16_IS_TRAIL(text[at + 1])) {
    return {classify_by_category(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, text[at + 1]))), 2};
  }
  return {CharKind::symbol, 1};
}

bool is_vulgar_fraction(char16_t c) { return (c >= 0xBC && c <= 0xBE); }

double vulgar_fraction_value(char16_t c) { return c == 0xBC ? 0.25 : c == 0xBD ? 0.5 : 0.75; }

bool is_opening_mark(char16_t c) {
  return std::u16string_view(u"([{\u00AB\u2018\u201A\u201C\u201E\u2039\u2329\u27E8\u3008\uFD3F").find(c) !=
         std::u16string_view::npos;
}

bool is_closing_mark(char16_t c) {
  return std::u16string_view(u")]}\u00BB\u2019\u201D\u203A\u232A\u27E9\u3009\uFD3E").find(c) !=
         std::u16string_view::npos;
}

}  // namespace fihris
