// The small tables of the figures room, every row in a phrase where it does its
// part: joining words, ratios, duals, labels of places, match reports.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "figures/figures.h"
#include "table_forms.h"
#include "text/utf.h"
#include "text/view.h"

namespace fihris {
namespace {

// A phrase with {} for the form, and what its first figure must be.
struct Expected {
  std::u16string phrase;
  FigureType type;
  double low = 0;
  double high = 0;  // equal to low: one value
};

std::u16string fill(const std::u16string& phrase, const std::u16string& form) {
  std::u16string out = phrase;
  return out.replace(out.find(u"{}"), 2, form);
}

void expect_reading(const Expected& expected, const std::u16string& form) {
  const std::u16string text = fill(expected.phrase, form);
  const auto figures = read_figures(text);
  ASSERT_FALSE(figures.empty()) << utf16_to_utf8(text);
  const Figure& f = figures[0];
  EXPECT_EQ(f.type, expected.type) << utf16_to_utf8(text);
  EXPECT_NEAR(f.low.value_or(f.value.value_or(-99)), expected.low, 1e-9) << utf16_to_utf8(text);
  EXPECT_NEAR(f.high.value_or(f.value.value_or(-99)), expected.high, 1e-9) << utf16_to_utf8(text);
}

TEST(SmallTables, EveryLinkJoins) {
  const std::map<std::string_view, Expected> phrases = {
      {"and", {u"بين 5 {} 7 كتب", FigureType::count, 5, 7}},
      {"or", {u"5 {} 7 كتب", FigureType::count, 5, 7}},
      {"to", {u"من 5 {} 7 كتب", FigureType::count, 5, 7}},
      {"between", {u"{} 5 و7 كتب", FigureType::count, 5, 7}},
      {"of", {u"عشرات الملايين {} الدولارات", FigureType::money, 20e6, 100e6}},
      {"over", {u"3 {} 4", FigureType::ratio, 0.75, 0.75}},
      {"in", {u"5 {} المليون", FigureType::ratio, 5e-6, 5e-6}},
      {"after", {u"المقعد الثالث {} المئة", FigureType::ordinal, 103, 103}},
      {"point", {u"ثلاثة {} خمسة", FigureType::cardinal, 3.5, 3.5}},
      {"minus", {u"{} خمسة عشر", FigureType::cardinal, -15, -15}},
      {"plus", {u"{}15", FigureType::cardinal, 15, 15}},
      {"article", {u"الدورة {} 12", FigureType::ordinal, 12, 12}},
      {"except", {u"مليون {} ربعا", FigureType::cardinal, 750000, 750000}},
      {"part", {u"3 {} من 10", FigureType::ratio, 0.3, 0.3}},
      {"below_zero", {u"5 درجات {}", FigureType::quantity, -5, -5}},
      {"comma", {u"بلغ 10{}5 مليون", FigureType::cardinal, 10.5e6, 10.5e6}},
      {"point_mark", {u"بلغ 10{}5 مليون", FigureType::cardinal, 10.5e6, 10.5e6}},
      {"slash", {u"بلغ 3{}4 الطريق", FigureType::ratio, 0.75, 0.75}},
      {"of_all", {u"ثلاثة {} خمسة", FigureType::ratio, 0.6, 0.6}},
      {"dash", {u"الأعداد 35{}47 فقط", FigureType::cardinal, 35, 47}},
  };
  for_each_form(Table::links, [&](const TablePhrase& entry, const std::u16string& form) {
    const std::string_view key = row_cell(entry.table, entry.row, 0);
    const auto expected = phrases.find(key);
    ASSERT_NE(expected, phrases.end()) << "no phrase shows the link " << key;
    const bool worded_plus = key == "plus" && form != u"+";
    expect_reading(expected->second, worded_plus ? form + u" " : form);
  });
}

TEST(SmallTables, EveryRatioWordShares) {
  const std::map<std::string_view, Expected> phrases = {
      {"times", {u"بلغ ثلاثة {}", FigureType::ratio, 3, 3}},
      {"repeat", {u"أسرع 5 {} من غيره", FigureType::ratio, 5, 5}},
      {"double", {u"وصل إلى نحو {} السعر", FigureType::ratio, 2, 2}},
      {"double_two", {u"وصل إلى نحو {} السعر", FigureType::ratio, 2, 2}},
      {"more", {u"5 مرات {}", FigureType::ratio, 5, 5}},
      {"share/2", {u"جاء {} مبكرا", FigureType::ratio, 0.5, 0.5}},
      {"share/3", {u"جاء {} مبكرا", FigureType::ratio, 1.0 / 3, 1.0 / 3}},
      {"share/4", {u"جاء {} مبكرا", FigureType::ratio, 0.25, 0.25}},
      {"share/1.5", {u"جاء {} مبكرا", FigureType::ratio, 2.0 / 3, 2.0 / 3}},
  };
  for_each_form(Table::ratio_words, [&](const TablePhrase& entry, const std::u16string& form) {
    const std::string_view role = row_cell(entry.table, entry.row, 0);
    if (role == "no_fraction") {
      EXPECT_TRUE(read_figures(u"بلغ الفريق " + form).empty()) << utf16_to_utf8(form);
      return;
    }
    const auto expected = phrases.find(role);
    ASSERT_NE(expected, phrases.end()) << "no phrase shows " << role;
    expect_reading(expected->second, form);
  });
}

TEST(SmallTables, EveryDualIsFoundAsTwo) {
  for_each_form(Table::nouns, [](const TablePhrase& entry, const std::u16string& form) {
    const std::string_view number = row_cell(entry.table, entry.row, 0);
    if (number != "two") return;
    const View view = make_view(form);
    const Tokens tokens = find_tokens(view);
    const Words words = find_words(view, tokens);
    const WordMatch* match = words.find(0, Table::nouns);
    ASSERT_NE(match, nullptr) << utf16_to_utf8(form);
    EXPECT_EQ(row_cell(Table::nouns, match->row, 0), "two") << utf16_to_utf8(form);
    // A dual counts by itself: no number before it makes one figure of both.
    for (const Figure& f : read_figures(u"25 " + form)) EXPECT_NE(f.type, FigureType::count) << utf16_to_utf8(form);
  });
}

TEST(SmallTables, EveryPlaceLabelKeepsItsNumber) {
  for_each_form(Table::labels, [](const TablePhrase& entry, const std::u16string& form) {
    const std::string_view kind = row_cell(entry.table, entry.row, 0);
    if (kind != "place") return;
    for (const Figure& f : read_figures(u"اجتمعوا في " + form + u" 12، ثم خرجوا"))
      EXPECT_TRUE(f.type != FigureType::cardinal && f.type != FigureType::count) << utf16_to_utf8(form);
  });
}

TEST(SmallTables, EveryScoreWordScores) {
  const std::map<std::string_view, std::u16string> phrases = {{"cue", u"{} الفريق 4 / 2"},
                                                              {"1", u"جاء ب{} دون رد"},
                                                              {"2", u"جاء ب{} دون رد"},
                                                              {"even", u"هدف {}"},
                                                              {"clean", u"بهدفين {}"}};
  for_each_form(Table::score_words, [&](const TablePhrase& entry, const std::u16string& form) {
    const std::string_view role = row_cell(entry.table, entry.row, 0);
    const auto phrase = phrases.find(role);
    ASSERT_NE(phrase, phrases.end()) << "no phrase shows " << role;
    const auto figures = read_figures(fill(phrase->second, form));
    ASSERT_EQ(figures.size(), 1U) << utf16_to_utf8(form);
    EXPECT_TRUE(figures[0].score.has_value()) << utf16_to_utf8(form);
  });
}

}  // namespace
}  // namespace fihris
