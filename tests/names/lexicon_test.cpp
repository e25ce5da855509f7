// The lexicon's blob is the one the code reads, and its rows are found under
// every reading of a word, Latin ones in any case. Every form of src/data/names
// is looked up once, as it is written there.
#include "names/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "analysis.h"
#include "data/tsv.h"
#include "names/lexicon_format.h"
#include "text/utf.h"

extern "C" const uint8_t fihris_lexicon_blob[];

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

TEST(Lexicon, IsSound) {
  EXPECT_TRUE(lexicon_is_sound());
  EXPECT_TRUE(analyse(u"").warnings.empty());
}

// A key that folding would change could never be found in a folded text.
TEST(Lexicon, EveryKeyIsItsOwnFold) {
  LexiconHeader header;
  std::memcpy(&header, fihris_lexicon_blob, sizeof header);
  const uint8_t* at = fihris_lexicon_blob + sizeof header;
  ASSERT_GT(header.words, 10000U);
  for (uint32_t word = 0; word < header.words; ++word) {
    std::u16string key;
    for (; *at != 0; ++at) key += static_cast<char16_t>(*at < 0x80 ? *at : *at - 0x80 + 0x0600);
    ++at;
    EXPECT_EQ(fold(key), key) << utf16_to_utf8(key);
  }
}

// What the engine cannot hold is left out: letters outside ASCII and Arabic, long phrases.
bool can_be_held(const View& view, const Tokens& tokens) {
  return tokens.size() <= kMaxPhraseWords && std::none_of(tokens.list.begin(), tokens.list.end(), [&](const Token& t) {
           const std::u16string_view word = view.text(t.span);
           return std::any_of(word.begin(), word.end(), [](char16_t unit) { return encode_letter(unit) == 0; });
         });
}

bool has_whole_hit(const View& view, const Tokens& tokens) {
  const std::vector<LexiconHit> hits = find_lexicon_hits(view, tokens);
  return std::any_of(hits.begin(), hits.end(), [&](const LexiconHit& hit) {
    return hit.first == 0 && hit.last == tokens.size() && hit.reading.stem == 0;
  });
}

TEST(Lexicon, EveryFormIsFound) {
  size_t forms = 0;
  size_t left_out = 0;
  for (const auto& table : std::filesystem::directory_iterator(FIHRIS_SOURCE_DIR "/src/data/names")) {
    std::ifstream in(table.path());
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line[0] == '#') continue;
      for (const std::string& form : split(split(line, '\t').back(), '|')) {
        const std::u16string text = utf8_to_utf16(form).text;
        const View view = make_view(text);
        EXPECT_EQ(fold(view.folded), view.folded) << form;
        const Tokens tokens = find_tokens(view);
        ++forms;
        if (!can_be_held(view, tokens)) {
          ++left_out;
        } else {
          EXPECT_TRUE(has_whole_hit(view, tokens)) << table.path() << ": " << form;
        }
      }
    }
  }
  EXPECT_GT(forms, 40000U);
  EXPECT_LT(left_out * 200, forms);
}

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
