// What kind of character a folded unit is, as the token rooms ask it. Arabic
// and ASCII are answered without Unicode's tables, everything else by its
// general category. Characters have no meaning here beyond that.
#pragma once
#include <cstdint>
#include <string_view>

namespace fihris {

enum class CharKind : uint8_t { space, newline, arabic, digit, letter, punctuation, symbol };

// `length` is 2 for a surrogate pair, else 1.
struct CharInfo {
  CharKind kind = CharKind::symbol;
  uint8_t length = 1;
};

[[nodiscard]] CharInfo classify_character(std::u16string_view text, uint32_t at);

[[nodiscard]] constexpr bool is_arabic_letter(char16_t c) {
  return (c >= 0x0620 && c <= 0x064A && c != 0x0640) || (c >= 0x066E && c <= 0x06D3) || c == 0x06D5 || c == 0x06EE ||
         c == 0x06EF || (c >= 0x06FA && c <= 0x06FC) || c == 0x06FF;
}
[[nodiscard]] inline bool is_ascii_digit(char16_t c) { return c >= u'0' && c <= u'9'; }
[[nodiscard]] bool is_vulgar_fraction(char16_t c);
[[nodiscard]] double vulgar_fraction_value(char16_t c);

// Quotation marks and brackets that open or close; straight ones are neither.
[[nodiscard]] bool is_opening_mark(char16_t c);
[[nodiscard]] bool is_closing_mark(char16_t c);

inline constexpr char16_t kArabicComma = 0x060C;
inline constexpr char16_t kArabicSemicolon = 0x061B;
inline constexpr char16_t kArabicQuestion = 0x061F;
inline constexpr char16_t kArabicDecimal = 0x066B;
inline constexpr char16_t kArabicThousands = 0x066C;
inline constexpr char16_t kEllipsis = 0x2026;

inline constexpr char16_t kAlef = 0x0627;
inline constexpr char16_t kBa = 0x0628;
inline constexpr char16_t kDal = 0x062F;
inline constexpr char16_t kRa = 0x0631;
inline constexpr char16_t kFa = 0x0641;
inline constexpr char16_t kKaf = 0x0643;
inline constexpr char16_t kLam = 0x0644;
inline constexpr char16_t kMeem = 0x0645;
inline constexpr char16_t kWaw = 0x0648;

}  // namespace fihris
