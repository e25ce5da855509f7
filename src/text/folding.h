// What the view does with each character: keep it, replace it, or drop it as a
// mark or an invisible. Letter variants, digits and spaces are decided here in
// small tables by code point; whatever they do not hold goes through Unicode's
// NFKC. Nothing outside src/text reads this header.
#pragma once
#include <array>
#include <cstdint>
#include <string>

namespace fihris {

enum class FoldKind : uint8_t {
  direct,     // one unit becomes one unit
  mark,       // dropped; belongs to the letter before it
  hamza,      // dropped, but composes with an alef, waw or ya before it
  invisible,  // dropped and recorded
  newline,    // any line end; CR LF is one
  other       // not in the tables: surrogates, compatibility forms, other scripts
};

struct FoldEntry {
  FoldKind kind = FoldKind::other;
  char16_t folded = 0;  // variants folded, lower case
  char16_t letter = 0;  // as written
};

// The pages of 256 code points that news is made of: Latin-1, Arabic, general
// punctuation. Every other page is the last one, all `other`.
inline constexpr size_t kFoldPages = 4;
using FoldPages = std::array<std::array<FoldEntry, 256>, kFoldPages>;
extern const FoldPages kFoldTable;

inline const FoldEntry& fold_entry(char16_t unit) {
  const unsigned page = unit >> 8U;
  const size_t index = page == 0x06 ? 1 : page == 0x00 ? 0 : page == 0x20 ? 2 : 3;
  return kFoldTable[index][unit & 0xFFU];
}

// The rest of Unicode, asked code point by code point.
[[nodiscard]] FoldKind fold_kind_of_rare(char32_t code_point);
[[nodiscard]] bool joins_the_one_before(char32_t code_point);  // combining, or composing like Hangul
[[nodiscard]] bool is_combining(char32_t code_point);          // a mark of any script
[[nodiscard]] bool is_leftover_mark(char32_t code_point);      // a mark that nothing composed with
[[nodiscard]] std::u16string normalize_compatibility(const std::u16string& text);  // NFKC, with our exceptions
[[nodiscard]] char32_t fold_letter(char32_t code_point);                           // of an already normalised one
[[nodiscard]] char32_t keep_letter(char32_t code_point);  // the same with case and hamza as written

}  // namespace fihris
