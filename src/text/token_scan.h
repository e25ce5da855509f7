// The parts of the tokenizer: each reads one kind of token at a place of the
// folded text. tokens.cpp walks the text and calls them; sentences.cpp cuts
// the finished list. Private to src/text.
#pragma once
#include "text/tokens.h"

namespace fihris {

// The end of the Latin run that begins at `at`; `at` where none does.
[[nodiscard]] uint32_t find_latin_end(const View& view, uint32_t at);

// Appends every reading of an Arabic word. `glued`: digits or Latin letters
// follow at once, so that the word may be nothing but clitics.
void append_readings(const View& view, FoldedSpan word, bool glued, std::vector<Reading>& readings);

// Sets Token::sentence and Tokens::sentences.
void find_sentences(const View& view, Tokens& tokens);

}  // namespace fihris
