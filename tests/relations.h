// What must hold between a text and any analysis of it, whatever was found:
// spans inside the text, in order, apart from each other, never through a
// surrogate pair or between a letter and its marks, indices that lead
// somewhere. Used by the property tests and by the fuzzer; says nothing about
// whether a finding is right.
#pragma once
#include <string>
#include <string_view>

#include "findings.h"

namespace fihris {

// The first broken relation in words, or an empty string.
[[nodiscard]] std::string find_broken_relation(std::u16string_view source, const Analysis& analysis);

}  // namespace fihris
