// The links room's findings as gold lines. A file shows one kind of them:
//   # shows: entities   ENTITY PERSON CN <TAB> name <TAB> alias | alias <TAB> role | role
//                       (the country and empty last columns are left out; text order)
//   # shows: quotes     QUOTE direct neutral [anonymous] <TAB> speaker <TAB> verb <TAB> words
//                       (the speaker as the mention or phrase in the text; `-` where there is none)
//   # shows: changes    CHANGE rise <TAB> verb <TAB> from= to= delta= percent= (those there are, with surfaces)
//   # shows: contexts   ABOUT <TAB> figure <TAB> subject=... <TAB> when=... <TAB> source=... (figures with any)
//   # shows: timeline   TIME 2024-01-01/2024-02-01 <TAB> date <TAB> clause (`-`: unresolved)
//   # shows: checks     CHECK percent_mismatch stated expected <TAB> evidence | evidence
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "findings.h"

namespace fihris::gold {

// The lines, or nothing where the file shows mentions and figures.
[[nodiscard]] std::optional<std::vector<std::string>> print_links(const std::vector<std::string>& shows,
                                                                  std::u16string_view source, const Analysis& analysis);

}  // namespace fihris::gold
