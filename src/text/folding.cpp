#include "text/folding.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <string_view>

namespace fihris {
namespace {

// Rows of "target: variants". Two lists, because `letters` keeps what a writer
// chose (hamza, ta marbuta) and loses only what a keyboard chose (Persian kaf).
struct Variants {
  char16_t target;
  std::u16string_view variants;
};

constexpr Variants kKeyboardVariants[] = {
    {0x0627, u"\u0671"},                    // alef wasla
    {0x0643, u"\u06A9\u06AA"},              // keheh, swash kaf
    {0x064A, u"\u06CC\u06CD\u06D2"},        // Farsi yeh, yeh with tail, yeh barree
    {0x0647, u"\u06BE\u06C1\u06D5\u06FF"},  // heh doachashmee, heh goal, ae, heh with inverted v
    {0x0629, u"\u06C3"},                    // teh marbuta goal
    {0x0623, u"\u0672\u0675"},              // wavy and high hamza on alef
    {0x0625, u"\u0673"},
    {0x0624, u"\u0676\u0677"},
    {0x0626, u"\u0678"},
};

constexpr Variants kLetterVariants[] = {
    {0x0627, u"\u0622\u0623\u0625\u0671\u0672\u0673\u0675\u0773\u0774"},
    {0x0628, u"\u067B\u067E\u0680\u0750\u0751\u0752"},
    {0x062A, u"\u0679\u067A\u067C\u067F"},
    {0x062C, u"\u0683\u0684\u0686\u0687\u06BF"},
    {0x062F, u"\u0688\u0689\u068A\u068C\u068D\u068E\u0690"},
    {0x0631, u"\u0691\u0692\u0693\u0695"},
    {0x0632, u"\u0698"},
    {0x0641, u"\u06A4\u06A5\u06A6"},
    {0x0642, u"\u06A7\u06A8"},
    {0x0643, u"\u063B\u063C\u06A9\u06AA\u06AB\u06AC\u06AD\u06AE\u06AF\u06B0\u06B1\u06B3\u0762\u0763"},
    {0x0644, u"\u06B5\u06B6\u06B7\u06B8"},
    {0x0646, u"\u06B9\u06BA\u06BB\u06BC\u06BD"},
    {0x0647, u"\u0629\u06BE\u06C0\u06C1\u06C2\u06C3\u06D5\u06FF"},
    {0x0648, u"\u0624\u0676\u0677\u06C4\u06C5\u06C6\u06C7\u06C8\u06C9\u06CA\u06CB\u06CF"},
    {0x064A, u"\u0620\u0626\u063D\u063E\u063F\u0649\u0678\u06CC\u06CD\u06CE\u06D0\u06D1\u06D2\u06D3"},
};

constexpr char16_t replace(char16_t unit, std::basic_string_view<char16_t> from, char16_t to) {
  return from.find(unit) == std::u16string_view::npos ? unit : to;
}

constexpr char16_t fold_arabic(char16_t unit) {
  for (const Variants& row : kLetterVariants) unit = replace(unit, row.variants, row.target);
  return unit;
}

constexpr char16_t keep_arabic(char16_t unit) {
  for (const Variants& row : kKeyboardVariants) unit = replace(unit, row.variants, row.target);
  return unit;
}

constexpr FoldEntry same(char16_t unit) { return {FoldKind::direct, unit, unit}; }

constexpr std::array<FoldEntry, 256> latin_page() {
  std::array<FoldEntry, 256> page{};
  for (char16_t c = 0; c < 0x100; ++c) page[c] = same(c);
  for (char16_t c = u'A'; c <= u'Z'; ++c) page[c].folded = static_cast<char16_t>(c + 0x20);
  for (char16_t c = 0xC0; c <= 0xDE; ++c) {
    if (c != 0xD7) page[c].folded = static_cast<char16_t>(c + 0x20);
  }
  for (const char16_t c : {u'\t', u'\u00A0'}) page[c] = same(u' ');
  for (const char16_t c : {u'\n', u'\v', u'\f', u'\r', u'\u0085'}) page[c] = {FoldKind::newline, u'\n', u'\n'};
  page[0xAD] = {FoldKind::invisible, 0, 0};
  page[0xAA] = same(u'a');
  page[0xBA] = same(u'o');
  page[0xB2] = same(u'2');
  page[0xB3] = same(u'3');
  page[0xB9] = same(u'1');
  page[0xB5] = same(0x03BC);  // micro sign
  return page;
}

constexpr bool is_arabic_mark(char16_t unit) {
  return (unit >= 0x0610 && unit <= 0x061A) || (unit >= 0x0640 && unit <= 0x0640) ||  // 0640: tatweel
         (unit >= 0x064B && unit <= 0x065F) || unit == 0x0670 || (unit >= 0x06D6 && unit <= 0x06ED);
}

constexpr std::array<FoldEntry, 256> arabic_page() {
  std::array<FoldEntry, 256> page{};
  for (unsigned i = 0; i < 256; ++i) {
    const auto c = static_cast<char16_t>(0x0600 + i);
    page[i] = {FoldKind::direct, fold_arabic(c), keep_arabic(c)};
    if (is_arabic_mark(c)) page[i] = {FoldKind::mark, 0, 0};
    if (c >= 0x0653 && c <= 0x0655) page[i].kind = FoldKind::hamza;
    if (c == 0x061C) page[i] = {FoldKind::invisible, 0, 0};
    if (c >= 0x0660 && c <= 0x0669) page[i] = same(static_cast<char16_t>(u'0' + (c - 0x0660)));
    if (c >= 0x06F0 && c <= 0x06F9) page[i] = same(static_cast<char16_t>(u'0' + (c - 0x06F0)));
  }
  page[0x6A] = same(u'%');  // Arabic percent sign
  page[0xD4] = same(u'.');  // Urdu full stop
  return page;
}

constexpr std::array<FoldEntry, 256> punctuation_page() {
  std::array<FoldEntry, 256> page{};
  // 2010..205E holds no compatibility forms but the ones repeated below; the
  // ellipsis and the primes stay single marks.
  for (unsigned i = 0x10; i <= 0x5E; ++i) page[i] = same(static_cast<char16_t>(0x2000 + i));
  for (const unsigned i : {0x24U, 0x25U, 0x3CU, 0x3EU, 0x47U, 0x48U, 0x49U}) page[i] = {};
  for (unsigned i = 0x00; i <= 0x0A; ++i) page[i] = same(u' ');
  for (const unsigned i : {0x2FU, 0x5FU}) page[i] = same(u' ');
  for (const unsigned i : {0x28U, 0x29U}) page[i] = {FoldKind::newline, u'\n', u'\n'};
  for (const unsigned i : {0x10U, 0x11U}) page[i] = same(u'-');  // hyphen, non-breaking hyphen
  for (unsigned i = 0x0B; i <= 0x0F; ++i) page[i] = {FoldKind::invisible, 0, 0};
  for (unsigned i = 0x2A; i <= 0x2E; ++i) page[i] = {FoldKind::invisible, 0, 0};
  for (unsigned i = 0x60; i <= 0x6F; ++i) page[i] = {FoldKind::invisible, 0, 0};
  page[0x65] = {};  // the one unassigned place in between
  return page;
}

const UNormalizer2* nfkc() {
  static const UNormalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* found = unorm2_getNFKCInstance(&status);
    return U_SUCCESS(status) ? found : nullptr;
  }();
  return instance;
}

// Isolated forms of marks, which NFKC would turn into a space and a mark.
constexpr bool is_spacing_arabic_mark(char32_t c) {
  return (c >= 0xFC5E && c <= 0xFC63) || (c >= 0xFCF2 && c <= 0xFCF4) || (c >= 0xFE70 && c <= 0xFE7F && c != 0xFE75);
}

}  // namespace

constinit const FoldPages kFoldTable = {latin_page(), arabic_page(), punctuation_page(), {}};

FoldKind fold_kind_of_rare(char32_t c) {
  if (c == 0xFEFF || c == 0x180E || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F)) {
    return FoldKind::invisible;
  }
  if (is_spacing_arabic_mark(c) || c == 0x034F || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
      (c >= 0x08CA && c <= 0x08FF && c != 0x08E2) || (c >= 0x0898 && c <= 0x089F)) {
    return FoldKind::mark;
  }
  return FoldKind::other;
}

bool joins_the_one_before(char32_t c) {
  const UNormalizer2* const form = nfkc();
  return is_combining(c) || (form != nullptr && unorm2_hasBoundaryBefore(form, static_cast<UChar32>(c)) == 0);
}

bool is_combining(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

bool is_leftover_mark(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0 || c == 0x0640;
}

std::u16string normalize_compatibility(const std::u16string& text) {
  const UNormalizer2* const form = nfkc();
  if (form == nullptr) return text;
  std::u16string out(text.size() * 18 + 4, u'\0');  // 18: the longest expansion there is (U+FDFA)
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = unorm2_normalize(form, text.data(), static_cast<int32_t>(text.size()), out.data(),
                                          static_cast<int32_t>(out.size()), &status);
  if (U_FAILURE(status)) return text;
  out.resize(static_cast<size_t>(length));
  // A lone accent (U+00B4 and kin) would become a space that carries it: keep it as it is.
  if (out.size() > 1 && out[0] == u' ' && text[0] != u' ') return text.substr(0, 1);
  return out;
}

char32_t fold_letter(char32_t c) {
  if (c < 0x10000) {
    const FoldEntry& entry = fold_entry(static_cast<char16_t>(c));
    if (entry.kind == FoldKind::direct) return entry.folded;
    c = fold_arabic(static_cast<char16_t>(c));
  }
  const int32_t digit = u_charDigitValue(static_cast<UChar32>(c));
  if (digit >= 0) return static_cast<char32_t>(U'0' + static_cast<char32_t>(digit));
  const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  return (lower < 0x10000) == (c < 0x10000) ? lower : c;  // both rows keep the same length
}

char32_t keep_letter(char32_t c) {
  if (c < 0x10000) {
    const FoldEntry& entry = fold_entry(static_cast<char16_t>(c));
    if (entry.kind == FoldKind::direct) return entry.letter;
  }
  const int32_t digit = u_charDigitValue(static_cast<UChar32>(c));
  return digit >= 0 ? static_cast<char32_t>(U'0' + static_cast<char32_t>(digit)) : c;
}

}  // namespace fihris
