// Every form of the figures' word tables is put to use once: a number beside it
// must give the figure its row promises. A row that other grammar shadows fails
// here instead of lying dead in the table.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "figures/figures.h"
#include "figures/numbers.h"
#include "table_forms.h"
#include "text/utf.h"

namespace fihris {
namespace {

std::u16string phrase_of(const TablePhrase& entry) { return std::u16string(entry.text); }

std::string_view cell(const TablePhrase& entry, int column) { return row_cell(entry.table, entry.row, column); }

TEST(FigureTables, EveryFormIsItsOwnFold) {
  for (const TablePhrase& entry : table_phrases()) {
    const std::u16string phrase = phrase_of(entry);
    EXPECT_EQ(fold(phrase), phrase) << utf16_to_utf8(phrase);
  }
}

TEST(FigureTables, EveryUnitMeasures) {
  for_each_form(Table::units, [](const TablePhrase& entry, const std::u16string& phrase) {
    const bool points = cell(entry, units_columns::symbol) == "pt";
    const bool two = cell(entry, units_columns::role) == "two" && phrase.back() == 0x0646;
    const auto figures = read_figures((points ? u"9150 " : two ? u"" : u"5 ") + phrase);
    ASSERT_EQ(figures.size(), 1U) << utf16_to_utf8(phrase);
    EXPECT_EQ(figures[0].unit, cell(entry, units_columns::symbol)) << utf16_to_utf8(phrase);
    EXPECT_EQ(figures[0].type, FigureType::quantity) << utf16_to_utf8(phrase);
  });
}

TEST(FigureTables, EveryCurrencyPays) {
  for_each_form(Table::currencies, [](const TablePhrase& entry, const std::u16string& phrase) {
    const auto figures = read_figures(u"5 " + phrase);
    ASSERT_EQ(figures.size(), 1U) << utf16_to_utf8(phrase);
    EXPECT_EQ(figures[0].type, FigureType::money) << utf16_to_utf8(phrase);
    EXPECT_EQ(figures[0].unit, cell(entry, currencies_columns::code)) << utf16_to_utf8(phrase);
    const double factor = std::stod(std::string(cell(entry, currencies_columns::factor)));
    EXPECT_NEAR(figures[0].value.value_or(-1), 5 * factor, 1e-9) << utf16_to_utf8(phrase);
  });
}

TEST(FigureTables, EveryPercentShares) {
  for_each_form(Table::percents, [](const TablePhrase& entry, const std::u16string& phrase) {
    const auto figures = read_figures(u"5 " + phrase);
    ASSERT_EQ(figures.size(), 1U) << utf16_to_utf8(phrase);
    EXPECT_EQ(figures[0].type, FigureType::percent) << utf16_to_utf8(phrase);
    EXPECT_EQ(figures[0].unit, cell(entry, percents_columns::unit)) << utf16_to_utf8(phrase);
  });
}

TEST(FigureTables, EveryNumberWordReads) {
  const std::map<std::string_view, double> times = {{"unit", 1},    {"ten", 1},      {"teen", 1},  {"tens", 1},
                                                    {"hundred", 1}, {"hundreds", 1}, {"scale", 1}, {"dual", 2}};
  for_each_form(Table::numbers, [&](const TablePhrase& entry, const std::u16string& phrase) {
    const View view = make_view(phrase);
    const Tokens tokens = find_tokens(view);
    const Words words = find_words(view, tokens);
    const WordMatch* match = words.find(0, Table::numbers);
    ASSERT_NE(match, nullptr) << utf16_to_utf8(phrase);
    EXPECT_EQ(match->row, entry.row) << utf16_to_utf8(phrase);
    EXPECT_EQ(match->tokens, tokens.size()) << utf16_to_utf8(phrase);
    const auto known = times.find(cell(entry, numbers_columns::role));
    if (known == times.end()) return;
    const auto number = read_number(words, 0);
    ASSERT_TRUE(number.has_value()) << utf16_to_utf8(phrase);
    EXPECT_EQ(number->value, row_value(Table::numbers, entry.row) * known->second) << utf16_to_utf8(phrase);
  });
}

TEST(FigureTables, EveryOrdinalOrders) {
  for_each_form(Table::ordinals, [](const TablePhrase& entry, const std::u16string& phrase) {
    const View view = make_view(u"\u0627\u0644" + phrase);  // with the article
    const Tokens tokens = find_tokens(view);
    const Words words = find_words(view, tokens);
    const auto number = read_number(words, 0);
    if (cell(entry, ordinals_columns::role) == "eleventh") {
      EXPECT_FALSE(number.has_value()) << utf16_to_utf8(phrase);
      return;
    }
    ASSERT_TRUE(number.has_value()) << utf16_to_utf8(phrase);
    EXPECT_TRUE(number->ordinal) << utf16_to_utf8(phrase);
    EXPECT_EQ(number->value, row_value(Table::ordinals, entry.row)) << utf16_to_utf8(phrase);
  });
}

TEST(FigureTables, EveryHedgeBounds) {
  for_each_form(Table::hedges, [](const TablePhrase& entry, const std::u16string& phrase) {
    const bool before = cell(entry, hedges_columns::place) == "before";
    const auto figures = read_figures(before ? phrase + u" 20%" : u"20% " + phrase);
    ASSERT_EQ(figures.size(), 1U) << utf16_to_utf8(phrase);
    EXPECT_EQ(kHedgeNames[static_cast<size_t>(figures[0].hedge)], cell(entry, hedges_columns::hedge))
        << utf16_to_utf8(phrase);
  });
}

TEST(FigureTables, EveryRateIsPer) {
  for_each_form(Table::rates, [](const TablePhrase& entry, const std::u16string& phrase) {
    const auto figures = read_figures(u"20$ " + phrase);
    ASSERT_GE(figures.size(), 1U) << utf16_to_utf8(phrase);
    EXPECT_EQ(figures[0].per, cell(entry, rates_columns::per)) << utf16_to_utf8(phrase);
  });
}

TEST(FigureTables, EveryNounIsCounted) {
  for_each_form(Table::nouns, [](const TablePhrase& entry, const std::u16string& phrase) {
    if (cell(entry, nouns_columns::number) == "two") return;  // duals count without a number
    const auto figures = read_figures(u"25 " + phrase);
    ASSERT_EQ(figures.size(), 1U) << utf16_to_utf8(phrase);
    EXPECT_EQ(figures[0].value, 25) << utf16_to_utf8(phrase);
    EXPECT_NE(figures[0].type, FigureType::cardinal) << utf16_to_utf8(phrase);
  });
}

TEST(FigureTables, EveryLabelSilencesItsNumber) {
  for_each_form(Table::labels, [](const TablePhrase& entry, const std::u16string& phrase) {
    if (cell(entry, labels_columns::kind) == "place") return;  // "line" and "class" may be counted
    for (const Figure& figure : read_figures(phrase + u" 12")) {
      EXPECT_NE(figure.type, FigureType::cardinal) << utf16_to_utf8(phrase);
    }
  });
}

TEST(FigureTables, EveryFunctionWordIsUncounted) {
  for_each_form(Table::function_words, [](const TablePhrase&, const std::u16string& phrase) {
    for (const Figure& figure : read_figures(u"25 " + phrase)) {
      EXPECT_NE(figure.type, FigureType::count) << utf16_to_utf8(phrase);
    }
  });
}

TEST(FigureTables, EveryTrapIsSilent) {
  for_each_form(Table::traps, [](const TablePhrase&, const std::u16string& phrase) {
    EXPECT_TRUE(read_figures(phrase).empty()) << utf16_to_utf8(phrase);
  });
}

TEST(FigureTables, EveryCountryIsFound) {
  for_each_form(Table::countries, [](const TablePhrase& entry, const std::u16string& phrase) {
    const View view = make_view(phrase);
    const Tokens tokens = find_tokens(view);
    const Words words = find_words(view, tokens);
    const WordMatch* match = words.find(0, Table::countries);
    ASSERT_NE(match, nullptr) << utf16_to_utf8(phrase);
    EXPECT_EQ(match->row, entry.row) << utf16_to_utf8(phrase);
  });
}

}  // namespace
}  // namespace fihris
