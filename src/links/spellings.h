// One name in Arabic and in Latin letters: both are cut down to their
// consonants, in classes that hold what spellings mix up (b and p, g and j).
// Equal consonants make a pair worth comparing; how sure it is follows from
// how many there are and how well letters and vowels agree.
#pragma once
#include <string>
#include <string_view>

namespace fihris {

// The consonant classes of a folded name, one unit a consonant; vowels, "h" and
// the weak letters are left out, double letters count once.
[[nodiscard]] std::u16string find_consonants(std::u16string_view folded, bool latin);

// 0..1: how surely these folded spellings (words without spaces between) are one name.
[[nodiscard]] float compare_spellings(std::u16string_view arabic, std::u16string_view latin);

inline constexpr float kSureSpelling = 0.8F;  // from here on they are joined

// The long vowels taken out: what two Arabic spellings of a foreign name share.
[[nodiscard]] std::u16string drop_long_vowels(std::u16string_view folded);

}  // namespace fihris
