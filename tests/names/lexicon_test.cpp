// The lexicon's blob is the one the code reads, and its rows are found under
// every reading of a word, Latin ones in any case.
#include "names/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fihris {
namespace {

bool finds(std::u16string_view text, LexiconKind kind, std::string_view country) {
  const View view = make_view(text);
  const Tokens tokens = find_tokens(view);
  const std::vector<LexiconHit> hits = find_lexicon_hits(view, tokens);
  return std::any_of(hits.begin(), hits.end(), [&](const LexiconHit& hit) {
    return hit.kind == kind && hit.last == tokens.size() && lexicon_country(hit.row) == country;
  });
}

TEST(Lexicon, IsSound) { EXPECT_TRUE(lexicon_is_sound()); }

// Cairo bare, behind "and", behind "in", and melted with "for the".
TEST(Lexicon, FindsAPlaceBehindItsProclitics) {
  for (const char16_t* form :
       {u"\u0627\u0644\u0642\u0627\u0647\u0631\u0629", u"\u0648\u0627\u0644\u0642\u0627\u0647\u0631\u0629",
        u"\u0628\u0627\u0644\u0642\u0627\u0647\u0631\u0629", u"\u0644\u0644\u0642\u0627\u0647\u0631\u0629"})
    EXPECT_TRUE(finds(form, LexiconKind::gpe, "EG"));
}

TEST(Lexicon, FindsLatinNamesInAnyCase) {
  EXPECT_TRUE(finds(u"Nvidia", LexiconKind::company, "US"));
  EXPECT_TRUE(finds(u"NVIDIA", LexiconKind::company, "US"));
}

TEST(Lexicon, IsSilentOnEverydayWords) {
  // "prices rose"
  EXPECT_FALSE(
      finds(u"\u0627\u0631\u062A\u0641\u0639\u062A \u0627\u0644\u0623\u0633\u0639\u0627\u0631", LexiconKind::gpe, ""));
}

}  // namespace
}  // namespace fihris
