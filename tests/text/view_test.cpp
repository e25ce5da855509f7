// The view: what folds to what, and that every folded unit finds its way back.
#include "text/view.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <array>
#include <random>

#include "text/cases.h"
#include "text/print.h"
#include "text/tokens.h"

namespace fihris {
namespace {

// Everything that has broken such code somewhere: marks, ligatures, controls,
// halves of pairs, Hangul and Indic parts, characters that expand.
constexpr std::array<char32_t, 72> kNasty = {
    U'a',   U'J',   U'e',   U' ',   U'\n',  U'\r',  U'.',   U'5',   U'0',    U'-',    0x0300, 0x0301,
    0x030C, 0x0338, 0x0627, 0x0628, 0x0629, 0x0647, 0x0648, 0x064A, 0x0640,  0x064E,  0x0651, 0x0653,
    0x0654, 0x0655, 0x0670, 0x0660, 0x06F5, 0x06A9, 0x06CC, 0x06D5, 0x06E5,  0x08F0,  0x061C, 0x200B,
    0x200D, 0x202A, 0x202C, 0x2066, 0x2069, 0xFEFF, 0x00AD, 0x00A0, 0x202F,  0x2028,  0xFDFA, 0xFDF2,
    0xFEFB, 0xFC60, 0xFE70, 0xFE71, 0xFB8A, 0xFF15, 0xFF21, 0x00B4, 0x00B2,  0x00BD,  0x2026, 0x212A,
    0x0130, 0x1100, 0x1161, 0x11A8, 0x0915, 0x093F, 0x09C7, 0x09BE, 0x1F600, 0x1D400, 0xD83D, 0xDE00};

void append(std::u16string& text, char32_t c) {
  if (c >= 0x10000) {
    text += static_cast<char16_t>(U16_LEAD(c));
    text += static_cast<char16_t>(U16_TRAIL(c));
  } else {
    text += static_cast<char16_t>(c);
  }
}

std::u16string random_text(std::mt19937& random, size_t length) {
  std::u16string text;
  for (size_t i = 0; i < length; ++i) {
    const bool any = random() % 16 == 0;
    append(text, any ? static_cast<char32_t>(random() % 0x110000) : kNasty[random() % kNasty.size()]);
  }
  return text;
}

bool splits_pair(const std::u16string& text, uint32_t at) {
  return at > 0 && at < text.size() && U16_IS_LEAD(text[at - 1]) && U16_IS_TRAIL(text[at]);
}

void expect_sound(const std::u16string& text) {
  const View view = make_view(text);
  ASSERT_EQ(view.folded.size(), view.letters.size());
  ASSERT_EQ(view.folded.size(), view.begins.size());
  ASSERT_EQ(view.folded.size(), view.ends.size());
  for (size_t i = 0; i < view.folded.size(); ++i) {
    ASSERT_LT(view.begins[i], view.ends[i]);
    ASSERT_LE(view.ends[i], text.size());
    ASSERT_FALSE(splits_pair(text, view.begins[i]));
    ASSERT_FALSE(splits_pair(text, view.ends[i]));
    if (i == 0) continue;
    // The next cluster, or the same one to the unit.
    const bool same = view.begins[i] == view.begins[i - 1] && view.ends[i] == view.ends[i - 1];
    ASSERT_TRUE(same || view.begins[i] >= view.ends[i - 1]) << i;
  }
  for (size_t i = 1; i < view.folded.size(); ++i) {
    const bool pair = U16_IS_LEAD(view.folded[i - 1]) && U16_IS_TRAIL(view.folded[i]);
    ASSERT_FALSE(pair && view.begins[i] != view.begins[i - 1]);
  }
  ASSERT_EQ(fold(view.folded), view.folded);
}

TEST(View, FoldsAsTheCasesSay) { check_cases("folded.txt", print_folded); }
TEST(View, KeepsLettersAsTheCasesSay) { check_cases("letters.txt", print_letters); }

TEST(View, MapsEveryUnitOfRandomTextBackInOrder) {
  std::mt19937 random(1436);
  for (int round = 0; round < 20000 && !::testing::Test::HasFatalFailure(); ++round) {
    const std::u16string text = random_text(random, 1 + random() % 24);
    SCOPED_TRACE(round);
    expect_sound(text);
  }
}

TEST(View, NeverEndsASpanBeforeACombiningMark) {
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    const std::u16string text = random_text(random, 1 + random() % 24);
    const View view = make_view(text);
    for (size_t i = 0; i < view.folded.size(); ++i) {
      const uint32_t end = view.ends[i];
      if (end >= text.size()) continue;
      char32_t next = 0;
      U16_GET(text.data(), 0, end, text.size(), next);
      const bool mark = (U_GET_GC_MASK(static_cast<UChar32>(next)) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
      ASSERT_FALSE(mark) << "round " << round << " unit " << i << " U+" << std::hex << static_cast<uint32_t>(next);
    }
  }
}

TEST(View, FoldsEveryCodePointToItsOwnFold) {
  for (char32_t c = 1; c < 0x110000; ++c) {
    std::u16string text = u"\u0628";
    append(text, c);
    text += u"\u0628";
    const std::u16string folded = fold(text);
    ASSERT_EQ(fold(folded), folded) << "U+" << std::hex << static_cast<uint32_t>(c);
  }
}

TEST(View, TakesLongPilesOfMarks) {
  std::u16string text(1, u'e');
  text.append(100000, u'\u0301');
  const View view = make_view(text);
  EXPECT_EQ(view.folded, u"\u00E9");
  EXPECT_EQ(view.to_source({0, 1}), (Span{0, 100001}));
  std::u16string indic(1, u'\u0915');
  indic.append(50000, u'\u093F');
  expect_sound(indic);
}

TEST(View, GivesEmptySpansTheirPlace) {
  const std::u16string text = u"\u0628\u064E \u062A";
  const View view = make_view(text);
  EXPECT_EQ(view.to_source({0, 0}), (Span{0, 0}));
  EXPECT_EQ(view.to_source({1, 1}), (Span{2, 2}));
  EXPECT_EQ(view.to_source({3, 3}), (Span{4, 4}));
  EXPECT_EQ(make_view(u"").to_source({0, 0}), (Span{0, 0}));
}

TEST(View, RecordsInvisibleCharacters) {
  const View view = make_view(u"\uFEFF\u0628\u200F\u202A\u062A");
  EXPECT_EQ(view.folded, u"\u0628\u062A");
  EXPECT_EQ(view.invisible, (std::vector<Span>{{0, 1}, {2, 3}, {3, 4}}));
}

TEST(View, CarriesLoneSurrogatesThrough) {
  const std::u16string lone = {u'a', char16_t(0xD83D), u'b', char16_t(0xDE00)};
  EXPECT_EQ(fold(lone), lone);
  const std::u16string pair = u"\U0001F600";
  const View view = make_view(pair);
  EXPECT_EQ(view.folded, pair);
  EXPECT_EQ(view.to_source({0, 1}), (Span{0, 2}));
  EXPECT_EQ(view.to_source({1, 2}), (Span{0, 2}));
}

}  // namespace
}  // namespace fihris
