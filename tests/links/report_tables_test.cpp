// Every form of the tables around reported speech is put to use once, so that a
// row which other grammar shadows fails here instead of lying dead in its table.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "analysis.h"
#include "figures/words.h"
#include "table_forms.h"
#include "text/utf.h"

namespace fihris {
namespace {

std::u16string from_utf8(const std::string& text) { return utf8_to_utf16(text).text; }

size_t stance_of(const TablePhrase& phrase) {
  const std::string_view name = row_cell(phrase.table, phrase.row, report_verbs_columns::stance);
  return static_cast<size_t>(std::find(kStanceNames.begin(), kStanceNames.end(), name) - kStanceNames.begin());
}

// A verb with its subject and quoted words reports them, with its stance; an idiom does not.
TEST(ReportTables, EveryVerbReports) {
  for_each_form(Table::report_verbs, [](const TablePhrase& phrase, const std::u16string& form) {
    const auto cell = [&phrase](int column) { return row_cell(phrase.table, phrase.row, column); };
    const std::string_view frame = cell(report_verbs_columns::frame);
    std::u16string between = u" ";
    if (cell(report_verbs_columns::mood) != "participle") between = from_utf8(" الوزير ");
    if (cell(report_verbs_columns::mood) == "noun") between = u" ";
    if (frame == "in") between = from_utf8(" في البيان ");
    if (frame == "subject") return;  // never with marks
    if (frame == "describe" || frame == "describe_it") between += from_utf8("الأمر بأنه ");
    const std::u16string words = from_utf8("هذا كلام واضح لا يحتاج إلى شرح");
    const Analysis found = analyse(from_utf8("غادر الوفد. ") + form + between + u"\"" + words + u"\".");
    if (frame == "none") {
      EXPECT_TRUE(found.quotes.empty()) << utf16_to_utf8(form);
      return;
    }
    ASSERT_EQ(found.quotes.size(), 1U) << utf16_to_utf8(form);
    EXPECT_EQ(found.quotes[0].kind, QuoteKind::direct) << utf16_to_utf8(form);
    EXPECT_EQ(static_cast<size_t>(found.quotes[0].stance), stance_of(phrase)) << utf16_to_utf8(form);
    EXPECT_TRUE(found.quotes[0].verb.has_value()) << utf16_to_utf8(form);
  });
}

// "The minister said after that ..." reports nothing: the word keeps its "that".
TEST(ReportTables, EveryTakerKeepsItsThat) {
  for_each_form(Table::that_takers, [](const TablePhrase&, const std::u16string& form) {
    const Analysis found =
        analyse(from_utf8("أكد الوزير ") + form + from_utf8(" أن الطريق الجديد سيفتح قبل نهاية العام"));
    EXPECT_TRUE(found.quotes.empty()) << utf16_to_utf8(form);
  });
}

// Words behind a title or a kind of name are called something, not said.
TEST(ReportTables, EveryTitleNames) {
  for_each_form(Table::quoted_names, [](const TablePhrase&, const std::u16string& form) {
    const Analysis found = analyse(from_utf8("أعلن الوزير ") + form + from_utf8(" \"الطريق الجديد نحو الشرق\"."));
    EXPECT_TRUE(found.quotes.empty()) << utf16_to_utf8(form);
  });
}

// An unnamed source is anonymous.
TEST(ReportTables, EveryUnnamedSourceIsAnonymous) {
  for_each_form(Table::speaker_nouns, [](const TablePhrase& phrase, const std::u16string& form) {
    if (row_cell(phrase.table, phrase.row, 0) != "anonymous") return;
    const Analysis found = analyse(from_utf8("وقال ") + form + from_utf8(" إن الطريق الجديد سيفتح قبل نهاية العام."));
    ASSERT_EQ(found.quotes.size(), 1U) << utf16_to_utf8(form);
    EXPECT_TRUE(found.quotes[0].anonymous) << utf16_to_utf8(form);
  });
}

// What figures and studies reveal is a finding.
TEST(ReportTables, EveryEvidenceFinds) {
  for_each_form(Table::speaker_nouns, [](const TablePhrase& phrase, const std::u16string& form) {
    if (row_cell(phrase.table, phrase.row, 0) != "evidence") return;
    const Analysis found = analyse(from_utf8("وكشفت ") + form + from_utf8(" أن الأسعار ارتفعت قبل نهاية العام."));
    EXPECT_TRUE(found.quotes.empty()) << utf16_to_utf8(form);
  });
}

}  // namespace
}  // namespace fihris
