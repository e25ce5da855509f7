// The result for people at a terminal: the article with names and figures
// coloured, then the lists of both. Latin columns come first and the Arabic
// surface last, so that a line reads well whatever the terminal does with
// right-to-left text. Programs should read the JSON instead.
#pragma once
#include <string>
#include <string_view>

#include "findings.h"

namespace fihris {

// `colour`: with ANSI colours and the article itself; without, the lists only.
[[nodiscard]] std::string to_report(const Analysis& analysis, std::u16string_view source, bool colour);

}  // namespace fihris
