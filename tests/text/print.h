// How the text room's findings are written in case files.
#pragma once
#include <string>

namespace fihris {

[[nodiscard]] std::string print_folded(const std::string& text);
[[nodiscard]] std::string print_letters(const std::string& text);
// w:word n:800,000=800000 l:Latin p:mark s:sign, cut from the source; spaces inside as _.
[[nodiscard]] std::string print_tokens(const std::string& text);
// Of the first word: name/stem of each reading.
[[nodiscard]] std::string print_readings(const std::string& text);
// The text with | before every sentence but the first.
[[nodiscard]] std::string print_sentences(const std::string& text);
// One block a line: kind, tab, its text.
[[nodiscard]] std::string print_blocks(const std::string& text);

}  // namespace fihris
