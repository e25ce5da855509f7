// The parts of the tokenizer: each reads one kind of token at a place of the
// folded text. tokens.cpp walks the text and calls them; sentences.cpp cuts
// the finished list. Private to src/text.
#pragma once
#include "text/tokens.h"

namespace fihris {

// Numbers: appends the number that begins at `at`, or, where a chain of digit
// groups is a date, an address or a list, all its groups and marks one by one.
// Returns the folded offset after what was appended.
uint32_t append_number(const View& view, uint32_t at, std::vector<Token>& list);

// The end of the Latin run that begins at `at`; `at` where none does.
[[nodiscard]] uint32_t find_latin_end(const View& view, uint32_t at);

// Appends every reading of an Arabic word. `glued`: digits or Latin letters
// follow at once, so that the word may be nothing but clitics.
void append_readings(const View& view, FoldedSpan word, bool glued, std::vector<Reading>& readings);

// Sets Token::sentence and Tokens::sentences.
void find_sentences(const View& view, Tokens& tokens);

}  // namespace fihris
