// Goes through every form of a word table, for tests that put each one to use.
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "figures/figures.h"
#include "figures/words.h"
#include "text/tokens.h"
#include "text/view.h"

namespace fihris {

// Calls `check(phrase, form)` for every form of the table, which has some.
template <typename Check>
void for_each_form(Table table, Check check) {
  size_t forms = 0;
  for (const TablePhrase& phrase : table_phrases()) {
    if (phrase.table != table) continue;
    ++forms;
    check(phrase, std::u16string(phrase.text));
  }
  EXPECT_GT(forms, 0U);
}

// The figures of a text without a date.
inline std::vector<Figure> read_figures(const std::u16string& text) {
  const View view = make_view(text);
  const Tokens tokens = find_tokens(view);
  return find_figures(find_words(view, tokens), {});
}

}  // namespace fihris
